using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Judges a running session at every request: its card on this very connection (or Dezi being on), its age, the revocation lists
/// and the account, all as they are now (R8). What ends is recorded.
/// </summary>
public sealed class SessionGuard(
    SessionStore sessions, AccountRegister accounts, SignInMeans means, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The visit this request makes, or why there is none. A session that fails is ended before this returns.</summary>
    public async Task<(Visit? Visit, SessionEnd? End)> JudgeAsync(HttpContext context, string secret)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellation = context.RequestAborted;
        PortalSession? session;
        try
        {
            session = await sessions.FindAsync(secret, cancellation);
        }
        catch (SessionUnreadableException)
        {
            await sessions.EndAsync(secret, CancellationToken.None);
            await RecordAsync(context, AuditActors.Of(null, null, Address(context)), SessionEnd.Unreadable);
            return (null, SessionEnd.Unreadable);
        }
        if (session is null)
        {
            return (null, SessionEnd.Unknown);
        }
        var account = await accounts.FindAsync(session.Card.UziNumber, cancellation);
        if (Fault(session, context, account) is { } end)
        {
            await sessions.EndAsync(secret, CancellationToken.None);
            await RecordAsync(context, session.Actor(Address(context)), end);
            return (null, end);
        }
        await sessions.TouchAsync(secret, session, cancellation);
        return (Visit(context, session, account!), null);
    }

    /// <summary>Ends a session because the doctor said so.</summary>
    public async Task SignOutAsync(HttpContext context, string secret, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await sessions.EndAsync(secret, CancellationToken.None);
        await trail.AppendAsync(
            Record(context, AuditEventType.SignedOut, AuditOutcome.Success) with { Actor = visit.Actor }, CancellationToken.None);
    }

    private SessionEnd? Fault(PortalSession session, HttpContext context, Account? account)
    {
        var now = clock.GetUtcNow();
        if (means.Missing(session, context) is { } missing)
        {
            return missing;
        }
        if (now - session.LastSeen > sessions.Idle)
        {
            return SessionEnd.Idle;
        }
        if (now - session.Started > sessions.Longest)
        {
            return SessionEnd.TooOld;
        }
        if (means.Ended(session) is { } ended)
        {
            return ended;
        }
        return account is { Status: AccountStatus.Active, Agb: not null } && CareRoles.OfCode(session.Card.RoleCode) == account.Role
            ? null
            : SessionEnd.AccountEnded;
    }

    private static Visit Visit(HttpContext context, PortalSession session, Account account)
    {
        var identity = RequestIdentity.Of(context);
        var actor = session.Actor(Address(context));
        return new()
        {
            Provider = new(
                session.Card.UziNumber, session.Card.DisplayName, account.Role, session.Card.RoleCode, account.Agb, session.Card.Ura, account.Practice),
            SessionReference = session.Reference,
            RequestId = identity.RequestId,
            Incident = identity.Incident,
            CardSerial = actor.CardSerial,
            CardIssuer = actor.CardIssuer,
            Address = actor.Address,
        };
    }

    private Task<AuditReceipt> RecordAsync(HttpContext context, AuditActor actor, SessionEnd end)
    {
        var isRefused = end is SessionEnd.OtherCard or SessionEnd.Unreadable;
        var type = isRefused ? AuditEventType.SessionRefused : AuditEventType.SessionEnded;
        var outcome = isRefused ? AuditOutcome.Refused : AuditOutcome.Success;
        return trail.AppendAsync(Record(context, type, outcome) with { Detail = end.ToString(), Actor = actor }, CancellationToken.None);
    }

    private static string? Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private AuditRecord Record(HttpContext context, AuditEventType type, AuditOutcome outcome)
    {
        var identity = RequestIdentity.Of(context);
        return new()
        {
            Event = type,
            Action = AuditAction.Execute,
            Outcome = outcome,
            Time = clock.GetUtcNow(),
            RequestId = identity.RequestId,
            Incident = identity.Incident,
        };
    }
}
