using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>Searches for one person within the limits, and records it.</summary>
internal sealed class PatientFinder(IdentityProbe.Lookup lookup, SearchBrake brake, AuditTrail trail, EpdOptions options, TimeProvider clock)
{
    /// <summary>A mark for this search; null when too many found nobody, and that is recorded.</summary>
    public async Task<long?> EnterAsync(SearchKind kind, Visit visit, CancellationToken cancellation)
    {
        var mark = await brake.EnterAsync(kind, visit, cancellation);
        if (mark is null)
        {
            await RefuseAsync(visit, "searches-stopped");
        }
        return mark;
    }

    /// <summary>This search does not count.</summary>
    public Task LeaveAsync(SearchKind kind, Visit visit, long mark) => brake.LeaveAsync(kind, visit, mark);

    /// <summary>Throws <see cref="EpdException"/> when the EPD cannot tell in time.</summary>
    public Task<IdentityFound> FindAsync(Visit visit, PatientIdentity identity, CancellationToken cancellation) =>
        WithinAsync(token => lookup.FindAsync(visit, identity, token), cancellation);

    /// <summary>Asks the EPD what it would be asked about a stranger's patient.</summary>
    public Task PretendAsync(Visit visit, PatientIdentity identity, CancellationToken cancellation) => WithinAsync(
        async token =>
        {
            await lookup.PretendAsync(visit, identity, token);
            return true;
        },
        cancellation);

    /// <summary>Within the time of a decision; beyond it the EPD counts as not answering.</summary>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await ask(both.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new EpdException(EpdFailure.TimedOut, "The EPD did not answer in time.", e);
        }
    }

    /// <summary>Records a search with what came of it, before anything of it is told; the BSN goes here and nowhere else (R6).</summary>
    public Task RecordAsync(SearchKind kind, Visit visit, PatientIdentity identity, FinderResult result)
    {
        var isFound = result.PatientId is not null;
        var (type, purpose) = kind switch
        {
            SearchKind.Emergency => (AuditEventType.EmergencySearched, EmergencyAudit.Purpose),
            SearchKind.OwnPatient => (AuditEventType.OwnPatientSearched, "TREAT"),
        };
        var decision = new AuditDecision(isFound ? "Granted" : "Denied", "identity-search", result.Reason, [new("identity", identity.Kind, "form", clock.GetUtcNow()), .. result.Facts]);
        return trail.AppendAsync(
            visit.Acting(type, isFound ? AuditOutcome.Success : result.IsFailure ? AuditOutcome.Failed : AuditOutcome.Refused, clock.GetUtcNow()) with
            {
                Patients = isFound || identity.Bsn is not null ? [new(result.PatientId ?? "", identity.Bsn?.Value)] : [],
                Decision = decision,
                Purpose = purpose,
            },
            CancellationToken.None);
    }

    /// <summary>Records other persons' records that the EPD gave (R4).</summary>
    public Task RecordStrangersAsync(Visit visit, IReadOnlyList<string> strangers) => strangers.Count == 0
        ? Task.CompletedTask
        : trail.AppendAsync(
            visit.Acting(AuditEventType.ForeignResourceDropped, AuditOutcome.Failed, clock.GetUtcNow()) with { Action = AuditAction.Read, Resources = strangers },
            CancellationToken.None);

    /// <summary>Records that nothing was searched, and why.</summary>
    public Task RefuseAsync(Visit visit, string why) => trail.AppendAsync(
        visit.Acting(AuditEventType.EmergencyRefused, AuditOutcome.Refused, clock.GetUtcNow()) with { Purpose = EmergencyAudit.Purpose, Detail = why },
        CancellationToken.None);
}
