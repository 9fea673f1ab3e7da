using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>What the trail and the log hold of Dezi: the rule "dezi" says which way in it was.</summary>
internal sealed class DeziTrail(AuditTrail trail, DeziOptions options, SignInLog log)
{
    private const string Rule = "dezi";

    /// <summary>The clock sign-in goes by.</summary>
    public TimeProvider Clock => log.Clock;

    /// <summary>The issuer, as facts name their source.</summary>
    public string Issuer => options.Issuer;

    /// <summary>Before the cookie is sent.</summary>
    public Task SignedInAsync(HttpContext context, DeziIdentity person, string session) =>
        trail.AppendAsync(Record(context, AuditEventType.SignedIn, person, session, null), CancellationToken.None);

    /// <summary>One session more than may be at once: the one not used for longest was ended.</summary>
    public Task ReplacedAsync(HttpContext context, DeziIdentity person, string session) =>
        trail.AppendAsync(Record(context, AuditEventType.SessionReplaced, person, session, null), CancellationToken.None);

    /// <summary>Before a fresh proof counts.</summary>
    public Task ConfirmedAsync(HttpContext context, DeziIdentity person, string session) =>
        trail.AppendAsync(Record(context, AuditEventType.ConfirmedWithDezi, person, session, null), CancellationToken.None);

    /// <summary>Before the page that explains it; <paramref name="detail"/> goes to the log only.</summary>
    public Task RefusedAsync(HttpContext context, SignInRefusal refusal, string detail, DeziIdentity? person)
    {
        log.Refused(refusal, detail);
        return trail.AppendAsync(Record(context, AuditEventType.SignInRefused, person, null, refusal.Reason), CancellationToken.None);
    }

    private AuditRecord Record(HttpContext context, AuditEventType type, DeziIdentity? person, string? session, string? reason)
    {
        var identity = RequestIdentity.Of(context);
        var now = Clock.GetUtcNow();
        AuditFact[] facts = person is null
            ? []
            : [new("statement", person.StatementId, Issuer, now), new("assurance", person.Assurance, Issuer, now)];
        return new()
        {
            Event = type,
            Action = AuditAction.Execute,
            Outcome = reason is null ? AuditOutcome.Success : AuditOutcome.Refused,
            Time = now,
            RequestId = identity.RequestId,
            Incident = identity.Incident,
            Decision = new(reason is null ? "Granted" : "Denied", Rule, reason ?? "Accepted", facts),
            Actor = AuditActors.Of(person?.WithoutCard, session, context.Connection.RemoteIpAddress?.ToString()),
        };
    }
}
