using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The shared state with every value encrypted for its own key: a value copied to another key cannot be read there.</summary>
internal sealed class SealedState(ISharedState state, IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    /// <summary>The value, or null; <see cref="SessionUnreadableException"/> when what is there is not what was kept.</summary>
    public async Task<T?> ReadAsync<T>(string key, CancellationToken cancellation) where T : class =>
        Open<T>(key, await state.GetAsync(key, cancellation));

    /// <summary>Keeps a value for at most this long; no time left: nothing is there afterwards.</summary>
    public Task KeepAsync<T>(string key, T value, TimeSpan lifetime, CancellationToken cancellation) =>
        lifetime <= TimeSpan.Zero ? state.RemoveAsync(key, cancellation) : state.SetAsync(key, Seal(key, value), lifetime, cancellation);

    /// <summary>What <see cref="Seal"/> made for this key; null of null.</summary>
    public T? Open<T>(string key, byte[]? kept) where T : class
    {
        if (kept is null)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<T>(_protector.CreateProtector(key).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException && !SharedStateUnavailableException.IsBehind(e))
        {
            throw new SessionUnreadableException();
        }
    }

    /// <summary>The value as it stands in the state under this key.</summary>
    public byte[] Seal<T>(string key, T value) => _protector.CreateProtector(key).Protect(JsonSerializer.SerializeToUtf8Bytes(value));
}
