using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Sessions in the shared state, encrypted, found by a hash of the browser's secret: who reads the state can neither read
/// a session nor take one over.
/// </summary>
public sealed class SessionStore(ISharedState state, IDataProtectionProvider protection, PortalOptions options, TimeProvider clock)
{
    private const int SecretBytes = 32;
    private readonly IDataProtector _protector = protection.CreateProtector("session");

    /// <summary>How long a session may go without a request.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(options.IdleMinutes);

    /// <summary>How long a session may last in all.</summary>
    public TimeSpan Longest => TimeSpan.FromHours(options.SessionHours);

    /// <summary>Keeps a new session and returns the secret for the browser.</summary>
    public async Task<string> StartAsync(PortalSession session, CancellationToken cancellation)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        await KeepAsync(secret, session, cancellation);
        return secret;
    }

    /// <summary>The session of this secret; null when there is none. Says nothing of idle time: the caller does.</summary>
    public async Task<PortalSession?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (await state.GetAsync(Key(secret), cancellation) is not { } kept)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<PortalSession>(Protector(secret).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            // Edited, rolled back or copied to another key (H070): no session.
            return null;
        }
    }

    /// <summary>Notes a request.</summary>
    public Task TouchAsync(string secret, PortalSession session, CancellationToken cancellation) =>
        KeepAsync(secret, session with { LastSeen = clock.GetUtcNow() }, cancellation);

    /// <summary>Ends a session; when this returns it is over everywhere.</summary>
    public Task EndAsync(string secret, CancellationToken cancellation) => state.RemoveAsync(Key(secret), cancellation);

    private Task KeepAsync(string secret, PortalSession session, CancellationToken cancellation)
    {
        var left = session.Started + Longest - clock.GetUtcNow();
        return left <= TimeSpan.Zero
            ? state.RemoveAsync(Key(secret), cancellation)
            : state.SetAsync(Key(secret), Protector(secret).Protect(JsonSerializer.SerializeToUtf8Bytes(session)), left, cancellation);
    }

    private IDataProtector Protector(string secret) => _protector.CreateProtector(Key(secret));

    private static string Key(string secret) => "session:" + Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
