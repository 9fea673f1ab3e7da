using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Judges a running session at every request: its card on this very connection (or Dezi being on), its age, the revocation lists
/// and the account, all as they are now (R8). What ends is recorded.
/// </summary>
public sealed class SessionGuard(
    SessionStore sessions, AccountGate gate, SignInMeans means, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The visit this request makes, or why there is none; the session is then a feature of the context. A session that fails
    /// is ended before this returns. <paramref name="isActivity"/> false: the idle clock runs on.
    /// </summary>
    public async Task<(CardVisit? Visit, SessionEnd? End)> JudgeAsync(HttpContext context, string secret, bool isActivity)
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
        var (account, refusal) = await gate.JudgeAsync(session.Card, cancellation);
        if ((Fault(session, context) ?? Fault(session, account, refusal)) is { } end)
        {
            context.Features.Get<RequestLife>()?.Release();
            context.Features.Set(end == SessionEnd.OtherCard ? null : new EndedSession(session.Card.UziNumber, end));
            await sessions.EndAsync(secret, CancellationToken.None);
            await RecordAsync(context, session.Actor(Address(context)), end);
            return (null, end);
        }
        if (isActivity && clock.GetUtcNow() is var now && now - session.LastSeen >= SessionStore.Grain)
        {
            await sessions.TouchAsync(secret, session, cancellation);
            session = session with { LastSeen = now };
        }
        context.Features.Set(Current(secret, session));
        return (Visit(context, session, account!), null);
    }

    /// <summary>Ends a session because its holder said so.</summary>
    public async Task SignOutAsync(HttpContext context, string secret, CardVisit visit)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(visit);
        context.Features.Get<RequestLife>()?.Release();
        await sessions.EndAsync(secret, CancellationToken.None);
        await trail.AppendAsync(
            Record(context, AuditEventType.SignedOut, AuditOutcome.Success) with { Actor = visit.Actor }, CancellationToken.None);
    }

    /// <summary>Records that a page of another function was asked for; returns only when that is durable.</summary>
    public Task RefuseFunctionAsync(HttpContext context, CardVisit visit)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(visit);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return trail.AppendAsync(
            Record(context, AuditEventType.FunctionRefused, AuditOutcome.Refused) with
            {
                Actor = visit.Actor,
                Decision = AccessDecision.OtherFunction(visit.ActsAs, clock.GetUtcNow()).Audit,
                Detail = route,
            },
            CancellationToken.None);
    }

    private static SessionEnd? Fault(PortalSession session, Account? account, AccountRefusal? refusal) => refusal switch
    {
        null when account!.Generation == session.AccountGeneration => null,
        AccountRefusal.ConfirmationPassed => SessionEnd.AccountUnconfirmed,
        _ => SessionEnd.AccountEnded,
    };

    private SessionEnd? Fault(PortalSession session, HttpContext context)
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
        return means.Ended(session);
    }

    private CurrentSession Current(string secret, PortalSession session)
    {
        var idle = session.LastSeen + sessions.Idle;
        var last = session.Started + sessions.Longest;
        return new(SessionStore.Hash(secret), session, idle < last ? idle : last, last <= idle);
    }

    private static CardVisit Visit(HttpContext context, PortalSession session, Account account)
    {
        var identity = RequestIdentity.Of(context);
        var card = session.Card;
        var actor = session.Actor(Address(context));
        return account.Function.IsStaff()
            ? new StaffVisit
            {
                Member = new(card.UziNumber, card.DisplayName, account.Function, card.RoleCode, card.Ura),
                SessionReference = session.Reference,
                RequestId = identity.RequestId,
                Incident = identity.Incident,
                CardSerial = actor.CardSerial,
                CardIssuer = actor.CardIssuer,
                Address = actor.Address,
            }
            : new Visit
            {
                Provider = new(card.UziNumber, card.DisplayName, account.Role!.Value, card.RoleCode, account.Agb, card.Ura, account.Practice)
                {
                    PracticeAgb = account.PracticeAgb,
                },
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
