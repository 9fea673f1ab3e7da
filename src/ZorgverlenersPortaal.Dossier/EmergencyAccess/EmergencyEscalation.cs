using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Puts into the trail, once for each emergency, that nobody accounted for it in time. The mark and the record go together: the
/// mark is committed only after its record is durable, so a crash in between tells it twice rather than never.
/// </summary>
public sealed class EmergencyEscalation
{
    private readonly Database _database;
    private readonly AuditTrail _trail;
    private readonly EmergencyOptions _options;
    private readonly TimeProvider _clock;

    internal EmergencyEscalation(Database database, AuditTrail trail, EmergencyOptions options, TimeProvider clock) =>
        (_database, _trail, _options, _clock) = (database, trail, options, clock);

    /// <summary>Records those that became late since the last time, oldest first; how many there were.</summary>
    public async Task<int> RecordAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        var recorded = 0;
        foreach (var id in await EmergencyTable.LateAsync(connection, LateAt, cancellation))
        {
            recorded += await RecordAsync(connection, id) ? 1 : 0;
        }
        return recorded;
    }

    /// <summary>What was opened before this moment should have been accounted for by now.</summary>
    private DateTimeOffset LateAt => _clock.GetUtcNow().AddDays(-_options.AccountDays);

    private async Task<bool> RecordAsync(DbConnection connection, string id)
    {
        // From here until the end nobody else writes, another node neither.
        await using var transaction = await _database.BeginAsync(connection, CancellationToken.None);
        var now = _clock.GetUtcNow();
        if (!await EmergencyTable.EscalateAsync(transaction, id, now) || await EmergencyTable.FindAsync(connection, transaction, id) is not { } one)
        {
            return false;
        }
        await _trail.AppendAsync(Record(one, now), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    /// <summary>The portal itself does this: it has no actor, and the doctor it is about is among the changes.</summary>
    private AuditRecord Record(EmergencyCase one, DateTimeOffset now) => new()
    {
        Event = AuditEventType.EmergencyNotAccounted,
        Action = AuditAction.Update,
        Outcome = AuditOutcome.Success,
        Time = now,
        RequestId = "late-" + one.Id,
        Patients = [new(one.PatientId)],
        Purpose = EmergencyAudit.Purpose,
        Changes = [new("doctor", null, one.UziNumber), new("due", null, StoredValue.Of(one.Opened.AddDays(_options.AccountDays))), new("escalated", null, StoredValue.Of(now))],
        Detail = "emergency " + one.Id,
    };
}
