using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Shows an officer one case with its evidence, read from the trail and compared with what it was; recorded before it is shown.</summary>
public sealed class CaseReader
{
    private readonly CaseRecording _recording;
    private readonly AuditEvidence _evidence;
    private readonly AuditTrail _trail;

    internal CaseReader(CaseRecording recording, AuditEvidence evidence, AuditTrail trail) => (_recording, _evidence, _trail) = (recording, evidence, trail);

    /// <summary>The case; null when there is none. Throws <see cref="AuditUnavailableException"/> when the trail cannot be read or written.</summary>
    public async Task<CaseFile?> OpenAsync(StaffVisit visit, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ReviewCases.RequireOfficer(visit);
        await using var connection = await _recording.OpenAsync(cancellation);
        if (await CaseTable.FindAsync(connection, null, id) is not { } one)
        {
            return null;
        }
        if (await CaseDesk.ClosedAsync(one, visit, connection, null) is { } closed)
        {
            await RecordAsync(visit, one, AuditOutcome.Refused, [], cancellation);
            return new() { Case = one, Closed = closed };
        }
        var evidence = await _evidence.CompareAsync(await CaseTable.EvidenceAsync(connection, null, one.Id), cancellation);
        await RecordAsync(visit, one, AuditOutcome.Success, evidence, cancellation);
        return new()
        {
            Case = one,
            Moves = await CaseTable.MovesAsync(connection, null, one.Id),
            Evidence = [.. evidence.OrderBy(read => read.Stored?.Record.Time ?? DateTimeOffset.MaxValue).ThenBy(read => read.Frozen.Sequence)],
            Emergency = one.EmergencyId is { } emergency && await EmergencyTable.FindAsync(connection, null, emergency) is { } found ? found with { PatientId = "" } : null,
        };
    }

    private Task<AuditReceipt> RecordAsync(StaffVisit visit, ReviewCase one, AuditOutcome outcome, IReadOnlyList<EvidenceRead> evidence, CancellationToken cancellation)
    {
        var other = evidence.Where(read => read.State != EvidenceState.AsItWas).Select(read => $" {read.Frozen.Place}:{read.State}");
        return _trail.AppendAsync(
            CaseRecording.Base(AuditEventType.CaseShown, AuditAction.Read, one.Id, _recording.Now, visit) with
            {
                Outcome = outcome,
                Patients = [.. evidence.SelectMany(read => read.Stored?.Record.Patients ?? []).Distinct()],
                Detail = string.Create(CultureInfo.InvariantCulture, $"{CaseRecording.Subject}{one.Id} records:{evidence.Count}{string.Concat(other)}"),
            },
            cancellation);
    }
}
