using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Records what was refused before it is told (R2), and counts per doctor, for all nodes together, how often she asked for what is
/// unknown or not hers: who tries addresses one after the other is told so, and the trail says it in one record. What she may see
/// is never counted and never stopped.
/// </summary>
internal sealed class RefusalBook(AuditTrail trail, AttemptLimits attempts, AccessOptions options, (SeenBook Seen, TimeProvider Clock) around)
{
    /// <summary>Returns when the refusal is durable.</summary>
    public Task AddAsync(Visit visit, AccessDecision decision) => AppendAsync(
        visit, decision, AuditEventType.AccessDenied, decision.Reason == AccessReason.NotDecidable ? AuditOutcome.Failed : AuditOutcome.Refused);

    /// <summary>The same for a look at one patient or letter. True: she was refused too often in a short time.</summary>
    public async Task<bool> AddLookAsync(Visit visit, AccessDecision decision)
    {
        await AddAsync(visit, decision);
        if (decision.PatientId is { } patientId && IsNoLongerHers(decision.Reason))
        {
            await around.Seen.ForgetAsync(visit.Provider.UziNumber, patientId);
        }
        if (!IsGuess(decision.Reason))
        {
            return false;
        }
        // Not stopped by a browser that goes away: hanging up must not be a way round the count.
        var count = await attempts.CountAsync("refused looks", visit.Provider.UziNumber, TimeSpan.FromMinutes(options.RefusedLooksMinutes), CancellationToken.None);
        if (count <= options.RefusedLooks)
        {
            return false;
        }
        // At the first one too many, and each time that as many again have come: how long it goes on shows too.
        if ((count - 1) % options.RefusedLooks == 0)
        {
            await AppendAsync(visit, decision, AuditEventType.TooManyRefusedLooks, AuditOutcome.Refused, FormattableString.Invariant($"refused looks: {count}"));
        }
        return true;
    }

    /// <summary>Records of other persons that came with an answer of the EPD: dropped, and an incident (R4).</summary>
    public Task AddStrangersAsync(Visit visit, AccessDecision decision) => trail.AppendAsync(
        decision.Record(visit, AuditEventType.ForeignResourceDropped, AuditOutcome.Failed, around.Clock.GetUtcNow()) with { Resources = decision.Strangers },
        CancellationToken.None);

    /// <summary>
    /// What somebody meets who tries. A record closed to who would see it otherwise, and an EPD that cannot tell, are no guesses.
    /// </summary>
    private static bool IsGuess(AccessReason reason) => reason is
        AccessReason.UnknownHandle or AccessReason.UnknownPatient or AccessReason.UnknownLetter or AccessReason.NoRelation or AccessReason.NoAgb;

    /// <summary>What she has seen of the patient goes with the right to see her; an EPD that cannot tell takes nothing away.</summary>
    private static bool IsNoLongerHers(AccessReason reason) => reason is
        AccessReason.NoRelation or AccessReason.NoAgb or AccessReason.UnknownPatient or AccessReason.Objection or AccessReason.Restricted or AccessReason.RoleClosed;

    private Task<AuditReceipt> AppendAsync(Visit visit, AccessDecision decision, AuditEventType type, AuditOutcome outcome, string? detail = null)
    {
        var record = decision.Record(visit, type, outcome, around.Clock.GetUtcNow());
        return trail.AppendAsync(detail is null ? record : record with { Detail = detail }, CancellationToken.None);
    }
}
