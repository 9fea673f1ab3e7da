using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// Of two requests closer together the second is not noted: each note is a durable write in the shared state, and the idle
    /// time is counted in minutes. A session may so end this much too early, never too late.
    /// </summary>
    internal static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    private const int SecretBytes = 32;
    private readonly EndedSessions _ended = new(state, clock, TimeSpan.FromHours(options.SessionHours));
    private readonly SessionIndex _index = new(state, protection, clock, TimeSpan.FromHours(options.SessionHours));
    private readonly SealedState _sealed = new(state, protection, "session");

    /// <summary>How long a session may go without a request.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(options.IdleMinutes);

    /// <summary>How long a session may last in all.</summary>
    public TimeSpan Longest => TimeSpan.FromHours(options.SessionHours);

    /// <summary>Calls back with the hash of every session that ends, on whichever node; until disposed.</summary>
    internal IDisposable WhenEnded(Action<string> ended) => _ended.Listen(ended);

    /// <summary>This node knows that the session of this hash ended.</summary>
    internal bool HasEnded(string hash) => _ended.Contains(hash);

    /// <summary>
    /// Keeps a new session and returns the secret for the browser. A doctor with as many sessions as may be loses the one not
    /// used for longest; the call says which.
    /// </summary>
    public async Task<(string Secret, SessionEntry? Replaced)> StartAsync(PortalSession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        var hash = Hash(secret);
        await _sealed.KeepAsync(SessionKey(hash), session, session.Started + Longest - clock.GetUtcNow(), cancellation);
        await TouchAsync(secret, session, cancellation);
        SessionEntry? replaced = null;
        // Last: only now it is a session. Whoever ends all sessions of this doctor ends it, or came before it began.
        await _index.ChangeAsync(session.Card.UziNumber, async entries =>
        {
            replaced = await SurplusAsync(entries, cancellation);
            return [.. entries.Where(e => e != replaced), new(hash, session.Reference, session.Started, session.Address, session.Card.CertificateSerial)];
        }, cancellation);
        if (replaced is not null)
        {
            await ForgetAsync(replaced.Hash, CancellationToken.None);
        }
        return (secret, replaced);
    }

    /// <summary>
    /// The session of this secret; null when there is none, <see cref="SessionUnreadableException"/> when what is there is not
    /// what was kept. Says nothing of idle time: the caller does.
    /// </summary>
    public async Task<PortalSession?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = Hash(secret);
        var reading = _sealed.ReadAsync<PortalSession>(SessionKey(hash), cancellation);
        var seen = await _sealed.ReadAsync<LastSeen>(SeenKey(hash), cancellation);
        if (await reading is not { } session || seen is null)
        {
            return null;
        }
        if (HasEnded(hash))
        {
            throw new SessionUnreadableException();
        }
        var entries = await _index.ReadAsync(session.Card.UziNumber, cancellation);
        return entries.Any(entry => entry.Hash == hash) ? session with { LastSeen = seen.At } : null;
    }

    /// <summary>The doctor's sessions, newest first, each with its last request.</summary>
    public async Task<IReadOnlyList<(SessionEntry Entry, DateTimeOffset LastSeen)>> ListAsync(string uziNumber, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var entries = await _index.ReadAsync(uziNumber, cancellation);
        var seen = await Task.WhenAll(entries.Select(entry => LastSeenAsync(entry.Hash, cancellation)));
        return [.. entries.Zip(seen).Where(e => e.Second is { } at && now - at <= Idle).Select(e => (e.First, e.Second!.Value)).OrderByDescending(e => e.First.Started)];
    }

    /// <summary>
    /// Notes a request. It writes beside the session, never the session itself: a request that is still under way when the
    /// session ends must not bring it back (R8).
    /// </summary>
    public Task TouchAsync(string secret, PortalSession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = clock.GetUtcNow();
        return _sealed.KeepAsync(SeenKey(Hash(secret)), new LastSeen(now), session.Started + Longest - now, cancellation);
    }

    /// <summary>Ends a session; when this returns it is over everywhere. Works when the store is full.</summary>
    public async Task EndAsync(string secret, CancellationToken cancellation)
    {
        var hash = Hash(secret);
        string? uziNumber = null;
        try
        {
            uziNumber = (await _sealed.ReadAsync<PortalSession>(SessionKey(hash), cancellation))?.Card.UziNumber;
        }
        catch (SessionUnreadableException)
        {
            // Whose it was cannot be known; its entry in the list leads nowhere from now on.
        }
        await ForgetAsync(hash, cancellation);
        if (uziNumber is not null)
        {
            await LeaveOutAsync(uziNumber, hash, cancellation);
        }
    }

    /// <summary>Ends one of this doctor's sessions by its reference; null when the doctor has none of that name.</summary>
    public async Task<SessionEntry?> EndAsync(string uziNumber, string reference, CancellationToken cancellation)
    {
        var entries = await _index.ReadAsync(uziNumber, cancellation);
        if (entries.FirstOrDefault(e => e.Reference == reference) is not { } entry)
        {
            return null;
        }
        await ForgetAsync(entry.Hash, cancellation);
        await LeaveOutAsync(uziNumber, entry.Hash, cancellation);
        return entry;
    }

    /// <summary>
    /// Ends all sessions of a doctor, and what they have in flight on any node; returns how many there were. When this returns
    /// they are over everywhere. For an account that is blocked: first block it, so that nobody signs in again.
    /// </summary>
    public async Task<int> EndAllAsync(string uziNumber, CancellationToken cancellation)
    {
        IReadOnlyList<SessionEntry> entries = [];
        try
        {
            entries = await _index.ReadAsync(uziNumber, cancellation);
        }
        catch (SessionUnreadableException)
        {
            // An edited list is no list: taking it away ends them all the same.
        }
        await _index.ClearAsync(uziNumber, cancellation);
        foreach (var entry in entries)
        {
            await ForgetAsync(entry.Hash, cancellation);
        }
        return entries.Count;
    }

    /// <inheritdoc />
    public void Dispose() => _ended.Dispose();

    /// <summary>What a session is found by.</summary>
    internal static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task ForgetAsync(string hash, CancellationToken cancellation)
    {
        await state.RemoveAsync(SessionKey(hash), cancellation);
        await state.RemoveAsync(SeenKey(hash), cancellation);
        await _ended.TellAsync(hash, cancellation);
    }

    /// <summary>Tidies up only: the end was confirmed, and a full store takes no shorter list either.</summary>
    private async Task LeaveOutAsync(string uziNumber, string hash, CancellationToken cancellation)
    {
        try
        {
            await _index.ChangeAsync(
                uziNumber, entries => Task.FromResult<IReadOnlyList<SessionEntry>>([.. entries.Where(e => e.Hash != hash)]), cancellation);
        }
        catch (Exception e) when (e is SharedStateUnavailableException or SessionUnreadableException)
        {
            // Nothing lost: an entry without its session is none.
        }
    }

    private async Task<SessionEntry?> SurplusAsync(IReadOnlyList<SessionEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count < options.SessionsPerDoctor)
        {
            return null;
        }
        var seen = await Task.WhenAll(entries.Select(entry => LastSeenAsync(entry.Hash, cancellation)));
        return entries.Zip(seen).MinBy(e => e.Second ?? DateTimeOffset.MinValue).First;
    }

    private async Task<DateTimeOffset?> LastSeenAsync(string hash, CancellationToken cancellation)
    {
        try
        {
            return (await _sealed.ReadAsync<LastSeen>(SeenKey(hash), cancellation))?.At;
        }
        catch (SessionUnreadableException)
        {
            return null;
        }
    }

    private static string SessionKey(string hash) => "session:" + hash;

    private static string SeenKey(string hash) => "seen:" + hash;

    private sealed record LastSeen(DateTimeOffset At);
}
