using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The one place that decides who may see whom. Every refusal is recorded before it is told (R2, R3).</summary>
public sealed class AccessControl
{
    private readonly PatientGrant.Decider _patients;
    private readonly ListGrant.Decider _lists;
    private readonly AuditTrail _trail;
    private readonly TimeProvider _clock;
    private readonly EpdOptions _options;

    internal AccessControl(PatientGrant.Decider patients, ListGrant.Decider lists, AuditTrail trail, EpdOptions options, TimeProvider clock)
    {
        _patients = patients;
        _lists = lists;
        _trail = trail;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// May this doctor open this patient now? A null id is a handle that was not this session's. Throws
    /// <see cref="AuditUnavailableException"/> when a refusal cannot be recorded.
    /// </summary>
    public async Task<PatientAccess> OpenAsync(Visit visit, string? patientId, CancellationToken cancellation)
    {
        var (decision, grant) = patientId is null
            ? (new AccessDecision(AccessVerdict.Denied, AccessReason.UnknownHandle, []), null)
            : await DecideAsync(visit, patientId, cancellation);
        if (grant is null)
        {
            await RefuseAsync(visit, decision);
        }
        if (decision.Strangers.Count > 0)
        {
            await _trail.AppendAsync(
                Record(visit, decision, AuditEventType.ForeignResourceDropped, AuditOutcome.Failed) with { Resources = decision.Strangers },
                CancellationToken.None);
        }
        return new(decision, grant);
    }

    /// <summary>The list of the doctor's own AGB, or null when she has none (recorded).</summary>
    public async Task<ListGrant?> OpenListAsync(Visit visit)
    {
        var (decision, grant) = _lists.Decide(visit);
        if (grant is null)
        {
            await RefuseAsync(visit, decision);
        }
        return grant;
    }

    /// <summary>Records a refusal; returns only when it is durable.</summary>
    public Task RefuseAsync(Visit visit, AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(decision);
        var outcome = decision.Reason == AccessReason.NotDecidable ? AuditOutcome.Failed : AuditOutcome.Refused;
        return _trail.AppendAsync(Record(visit, decision, AuditEventType.AccessDenied, outcome), CancellationToken.None);
    }

    private AuditRecord Record(Visit visit, AccessDecision decision, AuditEventType type, AuditOutcome outcome) => new()
    {
        Event = type,
        Action = AuditAction.Read,
        Outcome = outcome,
        Time = _clock.GetUtcNow(),
        RequestId = visit.RequestId,
        Incident = visit.Incident,
        Actor = visit.Actor,
        Decision = decision.Audit,
        Patients = decision.Patients,
        Purpose = "TREAT",
    };

    private async Task<(AccessDecision Decision, PatientGrant? Grant)> DecideAsync(Visit visit, string patientId, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _patients.DecideAsync(visit, patientId, both.Token);
        }
        catch (EpdException e)
        {
            return (NotDecidable(e.Failure), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (NotDecidable(EpdFailure.TimedOut), null);
        }

        AccessDecision NotDecidable(EpdFailure failure) => new(
            AccessVerdict.Denied, AccessReason.NotDecidable, [new("epd", failure.ToString(), "EPD", _clock.GetUtcNow())], patientId);
    }
}
