using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Judges the card on the connection and its account, records the outcome, and only then makes a session.</summary>
public sealed class SignIn(
    UziSignInJudgement judgement, AccountGate gate, SessionStore sessions, AuditTrail trail, SignInLog log)
{
    /// <summary>The refusal, or the account that is signed in; the cookie is then on the response. Throws when the trail cannot be written.</summary>
    public async Task<(SignInRefusal? Refusal, Account? Account)> TryAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var verdict = await judgement.JudgeAsync(ClientCard.Read(context), context.RequestAborted);
        var (account, fault) = verdict.Accepted ? await gate.JudgeAsync(verdict.Identity!, context.RequestAborted) : default;
        if (Refusal(verdict, fault) is { } refusal)
        {
            log.Refused(refusal, verdict.Detail);
            await RecordAsync(context, AuditEventType.SignInRefused, verdict.Identity, null, refusal.Reason);
            await NoteAsync(context, verdict, refusal.Reason);
            return (refusal, null);
        }
        var session = NewSession(context, verdict.Identity!, account!);
        await RecordAsync(context, AuditEventType.SignedIn, verdict.Identity, session.Reference, null);
        await NoteAsync(context, verdict, SignInEntry.SignedIn);
        if (SessionCookie.Read(context.Request) is { } former)
        {
            // The browser is about to forget this secret; nobody else may go on with it.
            context.Features.Get<RequestLife>()?.Release();
            await sessions.EndAsync(former, CancellationToken.None);
        }
        var (secret, replaced) = await sessions.StartAsync(session, CancellationToken.None);
        if (replaced is not null)
        {
            await RecordAsync(context, AuditEventType.SessionReplaced, verdict.Identity, replaced.Reference, null);
        }
        SessionCookie.Write(context.Response, secret);
        return (null, account);
    }

    private static SignInRefusal? Refusal(UziVerdict verdict, AccountRefusal? fault)
    {
        if (verdict.Refusal is { } card)
        {
            return new(card.ToString(), CardRefusalTexts.For(card), verdict.Identity);
        }
        return fault is { } reason ? new(reason.ToString(), AccountRefusalTexts.For(reason), verdict.Identity) : null;
    }

    /// <summary>Only of cards whose key and issuer are proven: nobody writes in another's book with a certificate of his own making.</summary>
    private Task NoteAsync(HttpContext context, UziVerdict verdict, string outcome) => verdict.Accepted
        ? gate.NoteAsync(verdict.Identity!, outcome, context.Connection.RemoteIpAddress?.ToString(), CancellationToken.None)
        : Task.CompletedTask;

    private PortalSession NewSession(HttpContext context, UziIdentity identity, Account account)
    {
        var now = log.Clock.GetUtcNow();
        return new()
        {
            Reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            Card = identity,
            AccountGeneration = account.Generation,
            Started = now,
            LastSeen = now,
            Address = context.Connection.RemoteIpAddress?.ToString(),
        };
    }

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
