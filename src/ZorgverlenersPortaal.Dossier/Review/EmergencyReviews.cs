using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>
/// Gives every emergency its case. It goes by the emergencies' own table and not by what happens at their opening, so that none can be
/// missed: one of before this table, or of a moment at which something failed, gets its case at the next round.
/// </summary>
public sealed class EmergencyReviews
{
    /// <summary>The search that led to an emergency, found or not, is a part of the look.</summary>
    private static readonly TimeSpan _before = TimeSpan.FromMinutes(15);

    private readonly CaseRecording _recording;
    private readonly AuditEvidence _evidence;
    private readonly ReviewCases _cases;
    private readonly ReviewOptions _options;

    internal EmergencyReviews(CaseRecording recording, AuditEvidence evidence, ReviewCases cases, ReviewOptions options) =>
        (_recording, _evidence, _cases, _options) = (recording, evidence, cases, options);

    /// <summary>
    /// Opens the cases that are missing, completes the evidence of looks that are over, and notes what doctors accounted for. Can be run
    /// by many at once and as often as anybody likes. Throws <see cref="AuditUnavailableException"/>.
    /// </summary>
    public async Task BringAsync(CancellationToken cancellation)
    {
        foreach (var one in await ListAsync("extends IS NULL AND id NOT IN (SELECT emergency_id FROM review_case WHERE emergency_id IS NOT NULL)", cancellation))
        {
            await OpenAsync(one, cancellation);
        }
        foreach (var one in await ListAsync("extends IS NULL AND id IN (SELECT emergency_id FROM review_case WHERE frozen IS NULL AND emergency_id IS NOT NULL)", cancellation))
        {
            await FreezeAsync(one, cancellation);
        }
        foreach (var one in await ListAsync("account IS NOT NULL AND id IN (SELECT emergency_id FROM review_case WHERE state = 'New' AND emergency_id IS NOT NULL)", cancellation))
        {
            await AccountAsync(one);
        }
    }

    private static string Subject(EmergencyCase one) => $"{CaseOrigin.Emergency}:{one.Id}";

    private async Task OpenAsync(EmergencyCase one, CancellationToken cancellation)
    {
        var look = await _evidence.LookAsync(one.PatientId, one.Session, one.Opened - _before, await OverAsync(one, cancellation), cancellation);
        await _cases.InsertAsync(
            new()
            {
                Id = ReviewCases.IdOf(Subject(one)),
                Subject = Subject(one),
                Origin = CaseOrigin.Emergency,
                Reasons = ["emergency", .. one.IsGpUnresolved ? ["gp-unresolved"] : Array.Empty<string>(), .. one.IsOverDay ? ["over-day"] : Array.Empty<string>()],
                Opened = _recording.Now,
                LookTime = one.Opened,
                LookEvent = AuditEventType.EmergencyOpened,
                DoctorUzi = one.UziNumber,
                DoctorName = one.Name,
                EmergencyId = one.Id,
                State = CaseState.New,
                Due = _options.Due(CaseState.New, _recording.Now),
            },
            [.. look.Select(FrozenRecord.Of)],
            by: null);
    }

    /// <summary>Once the look is over, all of it is evidence.</summary>
    private async Task FreezeAsync(EmergencyCase one, CancellationToken cancellation)
    {
        var over = await OverAsync(one, cancellation);
        if (over >= _recording.Now)
        {
            return;
        }
        var look = await _evidence.LookAsync(one.PatientId, one.Session, one.Opened - _before, over, cancellation);
        await _recording.RunAsync(async transaction =>
        {
            var id = ReviewCases.IdOf(Subject(one));
            if (!await CaseTable.FreezeAsync(transaction, id, _recording.Now))
            {
                return (false, (AuditRecord?)null);
            }
            var known = await CaseTable.EvidenceAsync(transaction.Connection!, transaction, id);
            var added = look.Select(FrozenRecord.Of).Where(record => known.All(place => place.Place != record.Place)).ToList();
            await CaseTable.AddEvidenceAsync(transaction, id, added);
            return (true, CaseRecording.Base(AuditEventType.CaseEvidenceAdded, AuditAction.Update, id, _recording.Now, null) with { Changes = [.. CaseRecording.Frozen(added)] });
        });
    }

    /// <summary>An account that the doctor gave by herself explains the look.</summary>
    private Task<bool> AccountAsync(EmergencyCase one) => _recording.RunAsync(async transaction =>
    {
        if (await CaseTable.FindAsync(transaction.Connection!, transaction, ReviewCases.IdOf(Subject(one))) is not { State: CaseState.New } found)
        {
            return (false, null);
        }
        var move = await CaseDesk.MoveAsync(transaction, found, CaseStep.Account, _recording.Now, _options) with { ByUzi = one.UziNumber, ByName = one.Name, Words = one.Account };
        var after = CaseDesk.After(found, move);
        await CaseTable.UpdateAsync(transaction, after, move);
        return (true, (AuditRecord?)CaseRecording.Record(found, after, move, null));
    });

    /// <summary>When the session's last access to this patient in an emergency is over.</summary>
    private async Task<DateTimeOffset> OverAsync(EmergencyCase one, CancellationToken cancellation)
    {
        var same = await ListAsync("session = @Session AND patient_id = @PatientId AND uzi_number = @UziNumber", cancellation, one);
        return same.Append(one).Max(each => each.Over);
    }

    private async Task<IReadOnlyList<EmergencyCase>> ListAsync(string where, CancellationToken cancellation, EmergencyCase? of = null)
    {
        await using var connection = await _recording.OpenAsync(cancellation);
        return await EmergencyTable.ListAsync(connection, where, new { of?.Session, of?.PatientId, of?.UziNumber }, cancellation);
    }
}
