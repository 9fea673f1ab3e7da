namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>
/// Short-lived state that all nodes share: sessions and one-time codes, already encrypted by the caller. A seam: memory for
/// one node, Redis for more (docs/adr/0008).
/// </summary>
public interface ISharedState
{
    /// <summary>The value, or null when it is not there or its time is over.</summary>
    Task<byte[]?> GetAsync(string key, CancellationToken cancellation);

    /// <summary>Keeps a value for at most this long.</summary>
    Task SetAsync(string key, byte[] value, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>Forgets a value; when this returns it is gone for every node.</summary>
    Task RemoveAsync(string key, CancellationToken cancellation);
}
