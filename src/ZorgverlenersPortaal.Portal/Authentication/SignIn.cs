using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Judges the card on the connection and its account, records the outcome, and only then makes a session.</summary>
public sealed class SignIn(
    UziSignInJudgement judgement, AccountRegister accounts, SessionStore sessions, AuditTrail trail, SignInLog log)
{
    /// <summary>Null when signed in; the cookie is then on the response. Throws when the trail cannot be written.</summary>
    public async Task<SignInRefusal?> TryAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var verdict = await judgement.JudgeAsync(ClientCard.Read(context), context.RequestAborted);
        var account = verdict.Accepted ? await accounts.FindAsync(verdict.Identity!.UziNumber, context.RequestAborted) : null;
        if (Refusal(verdict, account) is { } refusal)
        {
            log.Refused(refusal, verdict.Detail);
            await RecordAsync(context, AuditEventType.SignInRefused, verdict.Identity, null, refusal.Reason);
            return refusal;
        }
        var session = NewSession(verdict.Identity!, log.Clock.GetUtcNow());
        await RecordAsync(context, AuditEventType.SignedIn, verdict.Identity, session.Reference, null);
        if (SessionCookie.Read(context.Request) is { } former)
        {
            // The browser is about to forget this secret; nobody else may go on with it.
            await sessions.EndAsync(former, CancellationToken.None);
        }
        SessionCookie.Write(context.Response, await sessions.StartAsync(session, context.RequestAborted));
        return null;
    }

    private static SignInRefusal? Refusal(UziVerdict verdict, Account? account)
    {
        if (verdict.Refusal is { } card)
        {
            return new(card.ToString(), CardRefusalTexts.For(card), verdict.Identity);
        }
        var identity = verdict.Identity!;
        AccountRefusal? refusal = account switch
        {
            null => AccountRefusal.NoAccount,
            { Status: AccountStatus.Blocked } => AccountRefusal.Blocked,
            { Agb: null } => AccountRefusal.NoAgb,
            _ when identity.Agb is { } agb && agb != account.Agb.Value => AccountRefusal.AgbConflict,
            _ when CareRoles.OfCode(identity.RoleCode) != account.Role => AccountRefusal.RoleConflict,
            _ => null,
        };
        return refusal is { } reason ? new(reason.ToString(), AccountRefusalTexts.For(reason), identity) : null;
    }

    private static PortalSession NewSession(UziIdentity identity, DateTimeOffset now) => new()
    {
        Reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        Card = identity,
        Started = now,
        LastSeen = now,
    };

    private Task<AuditReceipt> RecordAsync(HttpContext context, AuditEventType type, UziIdentity? card, string? session, string? reason)
    {
        var identity = RequestIdentity.Of(context);
        return trail.AppendAsync(
            new()
            {
                Event = type,
                Action = AuditAction.Execute,
                Outcome = reason is null ? AuditOutcome.Success : AuditOutcome.Refused,
                Time = log.Clock.GetUtcNow(),
                RequestId = identity.RequestId,
                Incident = identity.Incident,
                Decision = new(reason is null ? "Granted" : "Denied", "uzi-judgement", reason ?? "Accepted", []),
                Actor = AuditActors.Of(card, session, context.Connection.RemoteIpAddress?.ToString()),
            },
            CancellationToken.None);
    }
}
