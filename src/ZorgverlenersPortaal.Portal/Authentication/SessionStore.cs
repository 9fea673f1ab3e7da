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
public sealed class SessionStore(ISharedState state, IDataProtectionProvider protection, PortalOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>Characters of the hash a session is found by.</summary>
    internal const int HashLength = SHA256.HashSizeInBytes * 2;

    private const int SecretBytes = 32;
    private readonly EndedSessions _ended = new(state, clock, TimeSpan.FromHours(options.SessionHours));
    private readonly IDataProtector _protector = protection.CreateProtector("session");

    /// <summary>How long a session may go without a request.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(options.IdleMinutes);

    /// <summary>How long a session may last in all.</summary>
    public TimeSpan Longest => TimeSpan.FromHours(options.SessionHours);

    /// <summary>Keeps a new session and returns the secret for the browser.</summary>
    public async Task<string> StartAsync(PortalSession session, CancellationToken cancellation)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        await KeepAsync(SessionKey(secret), session, session.Started + Longest, cancellation);
        await TouchAsync(secret, session, cancellation);
        return secret;
    }

    /// <summary>
    /// The session of this secret; null when there is none, <see cref="SessionUnreadableException"/> when what is there is not
    /// what was kept. Says nothing of idle time: the caller does.
    /// </summary>
    public async Task<PortalSession?> FindAsync(string secret, CancellationToken cancellation)
    {
        var reading = ReadAsync<PortalSession>(SessionKey(secret), cancellation);
        var seen = await ReadAsync<LastSeen>(SeenKey(secret), cancellation);
        if (await reading is not { } session || seen is null)
        {
            return null;
        }
        return _ended.Contains(Hash(secret)) ? throw new SessionUnreadableException() : session with { LastSeen = seen.At };
    }

    /// <summary>
    /// Notes a request. It writes beside the session, never the session itself: a request that is still under way when the
    /// session ends must not bring it back (R8).
    /// </summary>
    public Task TouchAsync(string secret, PortalSession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return KeepAsync(SeenKey(secret), new LastSeen(clock.GetUtcNow()), session.Started + Longest, cancellation);
    }

    /// <summary>Ends a session; when this returns it is over everywhere.</summary>
    public async Task EndAsync(string secret, CancellationToken cancellation)
    {
        await state.RemoveAsync(SessionKey(secret), cancellation);
        await state.RemoveAsync(SeenKey(secret), cancellation);
        await _ended.TellAsync(Hash(secret), cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _ended.Dispose();

    private async Task<T?> ReadAsync<T>(string key, CancellationToken cancellation) where T : class
    {
        if (await state.GetAsync(key, cancellation) is not { } kept)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<T>(Protector(key).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException && !SharedStateUnavailableException.IsBehind(e))
        {
            throw new SessionUnreadableException();
        }
    }

    private Task KeepAsync<T>(string key, T value, DateTimeOffset until, CancellationToken cancellation)
    {
        var left = until - clock.GetUtcNow();
        return left <= TimeSpan.Zero
            ? state.RemoveAsync(key, cancellation)
            : state.SetAsync(key, Protector(key).Protect(JsonSerializer.SerializeToUtf8Bytes(value)), left, cancellation);
    }

    private IDataProtector Protector(string key) => _protector.CreateProtector(key);

    private static string SessionKey(string secret) => "session:" + Hash(secret);

    private static string SeenKey(string secret) => "seen:" + Hash(secret);

    private static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    private sealed record LastSeen(DateTimeOffset At);
}
