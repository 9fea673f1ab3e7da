using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A shared state that can go away and come back, and counts what is written.</summary>
internal sealed class BreakableState(ISharedState state) : ISharedState
{
    public bool IsGone { get; set; }

    public int Writes { get; private set; }

    private ISharedState State => IsGone ? throw new SharedStateUnavailableException("gone") : state;

    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) => State.GetAsync(key, cancellation);

    public Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        Writes++;
        return State.SetAsync(key, value, lifetime, cancellation);
    }

    public Task<bool> ReplaceAsync(string key, byte[]? expected, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        Writes++;
        return State.ReplaceAsync(key, expected, value, lifetime, cancellation);
    }

    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellation) => State.TakeAsync(key, cancellation);

    public Task<long> CountAsync(string key, TimeSpan lifetime, CancellationToken cancellation) => State.CountAsync(key, lifetime, cancellation);

    public Task RemoveAsync(string key, CancellationToken cancellation) => State.RemoveAsync(key, cancellation);

    public Task PublishAsync(string channel, byte[] message, CancellationToken cancellation) => State.PublishAsync(channel, message, cancellation);

    public IDisposable Subscribe(string channel, Action<byte[]> heard) => state.Subscribe(channel, heard);
}
