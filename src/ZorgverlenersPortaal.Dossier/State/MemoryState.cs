using System.Collections.Concurrent;

namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>Shared state of a portal that runs as one node.</summary>
public sealed class MemoryState(TimeProvider clock) : ISharedState
{
    private const int SweepEvery = 1024;
    private readonly ConcurrentDictionary<string, (byte[] Value, DateTimeOffset Until)> _values = new(StringComparer.Ordinal);
    private int _writes;

    /// <inheritdoc />
    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(_values.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow() ? kept.Value : null);

    /// <inheritdoc />
    public Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        _values[key] = (value, clock.GetUtcNow() + lifetime);
        if (Interlocked.Increment(ref _writes) % SweepEvery == 0)
        {
            Sweep();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string key, CancellationToken cancellation)
    {
        _values.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, (_, until)) in _values)
        {
            if (until <= now)
            {
                _values.TryRemove(key, out _);
            }
        }
    }
}
