using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Opens, extends, ends and closes off emergencies: written in one transaction that is committed only after its record is
/// durable (R2). Who may open one is decided above, in the room that also knows treatment relations.
/// </summary>
public sealed class EmergencyDesk
{
    private readonly Database _database;
    private readonly AuditTrail _trail;
    private readonly EmergencyOptions _options;
    private readonly TimeProvider _clock;

    internal EmergencyDesk(Database database, AuditTrail trail, EmergencyOptions options, TimeProvider clock) =>
        (_database, _trail, _options, _clock) = (database, trail, options, clock);

    /// <summary>Ends the doctor's access to this patient in this session; false when there was none. Nothing of it works once this returns (R8).</summary>
    public Task<bool> EndAsync(Visit visit, string patientId)
    {
        return RunAsync(visit, async transaction =>
        {
            var now = _clock.GetUtcNow();
            AuditRecord? record = null;
            // An extension runs beside what it extends: all of them end.
            while (await InForceAsync(transaction, visit, patientId) is { } one)
            {
                await EmergencyTable.EndAsync(transaction, one.Id, now);
                record = Record(visit, AuditEventType.EmergencyEnded, AuditAction.Update, one) with
                {
                    Changes = [.. record?.Changes ?? [], new("ended " + one.Id, null, Text(now))],
                };
            }
            return (record is not null, record);
        });
    }

    /// <summary>Keeps how the doctor accounts for one of hers; null when done, else what is wrong with the words.</summary>
    public async Task<(bool IsFound, EmergencyFault? Fault)> AccountAsync(Visit visit, string id, string? text)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (WordsQuality.Fault(text, null, _options.MinimumText) is { } fault)
        {
            return (true, fault);
        }
        var kept = WordsQuality.Kept(text!);
        var isFound = await RunAsync(visit, async transaction =>
        {
            var one = await EmergencyTable.FindAsync(transaction.Connection!, transaction, id);
            if (one is null || one.UziNumber != visit.Provider.UziNumber || one.Accounted is not null)
            {
                return (false, null);
            }
            await EmergencyTable.AccountAsync(transaction, id, kept, _clock.GetUtcNow());
            return (true, Record(visit, AuditEventType.EmergencyAccounted, AuditAction.Update, one) with { Changes = [new("account", null, Hash(kept))] });
        });
        return (isFound, null);
    }

    /// <summary>Goes on with the one in force, for a new reason; null when there is none any more.</summary>
    public Task<EmergencyCase?> ExtendAsync(Visit visit, string patientId, EmergencyGrounds grounds) => RunAsync<EmergencyCase?>(visit, async transaction =>
    {
        if (await InForceAsync(transaction, visit, patientId) is not { } before)
        {
            return (null, null);
        }
        var one = Make(visit, patientId, grounds) with { Extends = before.Id, IsGpUnresolved = before.IsGpUnresolved, IsOverDay = before.IsOverDay };
        await EmergencyTable.InsertAsync(transaction, one, await EmergencyTable.PractitionersAsync(transaction, before.Id));
        return (one, Opened(visit, AuditEventType.EmergencyExtended, one, null));
    });

    /// <summary>Opens one.</summary>
    internal Task<EmergencyCase> OpenAsync(Visit visit, EmergencyOpening opening) => RunAsync(visit, async transaction =>
    {
        var today = await EmergencyTable.CountAsync(transaction.Connection!, transaction, visit.Provider.UziNumber, _clock.GetUtcNow().AddDays(-1));
        // Counted here, where nobody else writes.
        var one = Make(visit, opening.PatientId, opening.Grounds) with { IsGpUnresolved = opening.IsGpUnresolved, IsOverDay = today >= _options.PerDay };
        await EmergencyTable.InsertAsync(transaction, one, opening.Practitioners);
        return (one, Opened(visit, AuditEventType.EmergencyOpened, one, opening.Bsn));
    });

    private EmergencyCase Make(Visit visit, string patientId, EmergencyGrounds grounds) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        UziNumber = visit.Provider.UziNumber,
        Name = visit.Provider.Name,
        Practice = visit.Provider.PracticeName,
        Session = visit.SessionReference,
        PatientId = patientId,
        Reason = grounds.Reason,
        Words = grounds.Words,
        Opened = _clock.GetUtcNow(),
        Until = _clock.GetUtcNow().AddMinutes(_options.Minutes),
    };

    private AuditRecord Opened(Visit visit, AuditEventType type, EmergencyCase one, string? bsn)
    {
        List<AuditChange> changes = [new("reason", null, one.Reason.ToString()), new("words", null, Hash(one.Words)), new("until", null, Text(one.Until))];
        changes.AddRange(one.Extends is null ? [] : [new("extends", null, one.Extends)]);
        changes.AddRange(one.IsGpUnresolved ? [new("flag", null, "gp-unresolved")] : []);
        changes.AddRange(one.IsOverDay ? [new("flag", null, "over-day")] : []);
        return Record(visit, type, AuditAction.Create, one) with { Patients = [new(one.PatientId, bsn)], Changes = changes };
    }

    /// <summary>The one in force, seen inside the transaction.</summary>
    private async Task<EmergencyCase?> InForceAsync(DbTransaction transaction, Visit visit, string patientId) => EmergencyTable.InForce(
        await EmergencyTable.OpenedAsync(
            transaction.Connection!, transaction, (visit.Provider.UziNumber, visit.SessionReference, patientId), CancellationToken.None),
        _clock.GetUtcNow());

    /// <summary>Never cancelled halfway; without a record there is nothing to commit, and what cannot be recorded is undone.</summary>
    private async Task<T> RunAsync<T>(Visit visit, Func<DbTransaction, Task<(T Outcome, AuditRecord? Record)>> change)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        // From here until the end nobody else writes.
        await using var transaction = await _database.BeginAsync(connection, CancellationToken.None);
        var (outcome, record) = await change(transaction);
        if (record is not null)
        {
            await _trail.AppendAsync(record, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        return outcome;
    }

    private AuditRecord Record(Visit visit, AuditEventType type, AuditAction action, EmergencyCase one) => visit.Acting(type, AuditOutcome.Success, _clock.GetUtcNow()) with
    {
        Action = action,
        Patients = [new(one.PatientId)],
        Purpose = EmergencyAudit.Purpose,
        Detail = "emergency " + one.Id,
    };

    /// <summary>The trail holds no free text, which may be clinical (R5); this proves that the text was not changed afterwards.</summary>
    private static string Hash(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(DateTimeOffset time) => Accounts.StoredValue.Of(time);
}
