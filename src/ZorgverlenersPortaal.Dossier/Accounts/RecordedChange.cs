using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// The one way in which accounts and requests change: decided and written in one transaction, recorded durably before that is
/// committed. Nothing in force is unrecorded; when the commit itself fails the trail holds an act that did not take effect.
/// </summary>
internal sealed class RecordedChange(Database database, AuditTrail trail, AccountNews news, TimeProvider clock)
{
    private const int RecordsAtOnce = 256;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// Runs the change; one that names no changes is undone. Throws <see cref="AuditUnavailableException"/> when it cannot be
    /// recorded, and then nothing changed. Never cancelled halfway.
    /// </summary>
    public async Task<T> RunAsync<T>(ChangedBy by, Func<DbTransaction, Task<(T Outcome, IReadOnlyList<AccountChange> Changes)>> change)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        // From here until the end nobody else writes, so what was looked up stays so.
        await using var transaction = await database.BeginAsync(connection, CancellationToken.None);
        var (outcome, changes) = await change(transaction);
        if (changes.Count == 0)
        {
            return outcome;
        }
        var time = Now;
        var records = changes.Select(one => Record(by, one, time)).ToList();
        foreach (var record in records)
        {
            await AccountHistory.NoteAsync(transaction, record);
        }
        // A few at a time: a list of thousands would fill the queue in which doctors' looks wait too.
        foreach (var few in records.Chunk(RecordsAtOnce))
        {
            await Task.WhenAll(few.Select(record => trail.AppendAsync(record, CancellationToken.None)));
        }
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var uziNumber in changes.SelectMany(one => one.Wakes).Distinct(StringComparer.Ordinal))
        {
            await news.TellAsync(uziNumber);
        }
        return outcome;
    }

    private static AuditRecord Record(ChangedBy by, AccountChange change, DateTimeOffset time) => new()
    {
        Event = change.Event,
        Action = change.Action,
        Outcome = change.Outcome,
        Time = time,
        RequestId = by.RequestId,
        Incident = by.Incident,
        Actor = by.Actor,
        Patients = change.Patients,
        Changes = change.Note is null ? change.Values : [.. change.Values, new("note", null, change.Note)],
        Detail = change.Subject,
    };
}
