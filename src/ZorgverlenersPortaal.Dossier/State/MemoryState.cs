using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>Shared state of a portal that runs as one node.</summary>
public sealed class MemoryState(TimeProvider clock) : ISharedState
{
    private const int SweepEvery = 1024;
    private readonly Dictionary<string, Kept> _values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, (string Channel, Action<byte[]> Heard)> _listeners = new();
    private readonly Lock _gate = new();
    private int _writes;

    /// <inheritdoc />
    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(Find(key)?.Value);
        }
    }

    /// <inheritdoc />
    public Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Keep(key, value, clock.GetUtcNow() + lifetime);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<bool> ReplaceAsync(string key, byte[]? expected, byte[] value, TimeSpan lifetime, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var found = Find(key)?.Value;
            var same = expected is null ? found is null : found is not null && found.AsSpan().SequenceEqual(expected);
            if (same)
            {
                Keep(key, value, clock.GetUtcNow() + lifetime);
            }
            return Task.FromResult(same);
        }
    }

    /// <inheritdoc />
    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var found = Find(key)?.Value;
            _values.Remove(key);
            return Task.FromResult(found);
        }
    }

    /// <inheritdoc />
    public Task<long> CountAsync(string key, TimeSpan lifetime, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var kept = Find(key);
            var count = kept is null ? 1 : BinaryPrimitives.ReadInt64BigEndian(kept.Value) + 1;
            var value = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(value, count);
            Keep(key, value, kept?.Until ?? clock.GetUtcNow() + lifetime);
            return Task.FromResult(count);
        }
    }

    /// <inheritdoc />
    public Task RemoveAsync(string key, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _values.Remove(key);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task PublishAsync(string channel, byte[] message, CancellationToken cancellation)
    {
        foreach (var (_, heard) in _listeners.Values.Where(l => l.Channel == channel))
        {
            heard(message);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public IDisposable Subscribe(string channel, Action<byte[]> heard)
    {
        var id = Guid.NewGuid();
        _listeners[id] = (channel, heard);
        return new Subscription(() => _listeners.TryRemove(id, out _));
    }

    private Kept? Find(string key) => _values.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow() ? kept : null;

    private void Keep(string key, byte[] value, DateTimeOffset until)
    {
        _values[key] = new(value, until);
        if (++_writes % SweepEvery != 0)
        {
            return;
        }
        var now = clock.GetUtcNow();
        foreach (var old in _values.Where(v => v.Value.Until <= now).Select(v => v.Key).ToList())
        {
            _values.Remove(old);
        }
    }

    private sealed record Kept(byte[] Value, DateTimeOffset Until);
}
