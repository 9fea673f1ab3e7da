namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>
/// Short-lived state that all nodes share: sessions, one-time codes and counters, already encrypted by the caller. A seam: memory
/// for one node, Redis for more (docs/adr/0008). Every method throws <see cref="SharedStateUnavailableException"/> within a
/// second when the store cannot be reached or does not confirm; what was asked may then have happened or not.
/// </summary>
public interface ISharedState
{
    /// <summary>The value, or null when it is not there or its time is over.</summary>
    Task<byte[]?> GetAsync(string key, CancellationToken cancellation);

    /// <summary>Keeps a value for at most this long.</summary>
    Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>
    /// Keeps a value only when what is there is still <paramref name="expected"/> (null: nothing is there). False: someone
    /// else was first, and nothing changed.
    /// </summary>
    Task<bool> ReplaceAsync(string key, byte[]? expected, byte[] value, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>Takes a value away; of all who ask at once only one gets it. Null when it is not there.</summary>
    Task<byte[]?> TakeAsync(string key, CancellationToken cancellation);

    /// <summary>Counts one more and returns the count; the first one starts the time after which it counts from nought again.</summary>
    Task<long> CountAsync(string key, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>Forgets a value; when this returns the store has confirmed that it is gone for every node.</summary>
    Task RemoveAsync(string key, CancellationToken cancellation);

    /// <summary>Tells every node. Only a wake-up call: a node that is not connected misses it, so the truth is always read.</summary>
    Task PublishAsync(string channel, byte[] message, CancellationToken cancellation);

    /// <summary>Hears what any node publishes, this one included, until disposed. Never fails: it listens as soon as it can.</summary>
    IDisposable Subscribe(string channel, Action<byte[]> heard);
}
