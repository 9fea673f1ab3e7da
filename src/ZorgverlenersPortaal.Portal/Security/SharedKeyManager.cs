using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// The framework's key manager, whose cache can be told that another node added a key: by itself it would look again after
/// a day, and until then refuse what that node makes.
/// </summary>
public sealed class SharedKeyManager(IKeyManager inner) : IKeyManager, IDisposable
{
    private CancellationTokenSource _stale = new();

    /// <summary>Has the keys read again at their next use.</summary>
    public void Forget()
    {
        using var old = Interlocked.Exchange(ref _stale, new CancellationTokenSource());
        old.Cancel();
    }

    /// <inheritdoc />
    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => inner.CreateNewKey(activationDate, expirationDate);

    /// <inheritdoc />
    public IReadOnlyCollection<IKey> GetAllKeys() => inner.GetAllKeys();

    /// <inheritdoc />
    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(inner.GetCacheExpirationToken(), Volatile.Read(ref _stale).Token).Token;

    /// <inheritdoc />
    public void RevokeKey(Guid keyId, string? reason = null) => inner.RevokeKey(keyId, reason);

    /// <inheritdoc />
    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => inner.RevokeAllKeys(revocationDate, reason);

    /// <inheritdoc />
    public void Dispose() => _stale.Dispose();
}
