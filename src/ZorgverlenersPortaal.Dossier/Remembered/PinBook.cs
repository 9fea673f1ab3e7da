using System.Data.Common;
using System.Globalization;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>
/// Remembers for each doctor whom she pinned and whom she opened last, as keyed hashes (docs/adr/0034). Nobody can be shown from
/// it: it only picks among patients who were found to be hers just now. <see cref="SeenBook"/> forgets whom she may no longer see.
/// </summary>
public sealed class PinBook
{
    /// <summary>More would be a list of its own.</summary>
    public const int Most = 30;

    private readonly Database _database;
    private readonly MemorySeal _seal;
    private readonly AccountsOptions _options;
    private readonly TimeProvider _clock;

    internal PinBook(Database database, MemorySeal seal, AccountsOptions options, TimeProvider clock) =>
        (_database, _seal, _options, _clock) = (database, seal, options, clock);

    private string Today => Day(_clock.GetUtcNow());

    private string Oldest => Day(_clock.GetUtcNow().AddDays(-_options.SeenDays));

    /// <summary>What stands for a patient in this doctor's memory.</summary>
    internal string Seal(string doctor, string patientId) => _seal.Patient(doctor, patientId);

    /// <summary>By what stands for the patient; null when it cannot be read, and then the page goes without.</summary>
    public async Task<IReadOnlyDictionary<string, Pin>?> ReadAsync(string doctor, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _database.OpenAsync(cancellation);
            return (await RowsAsync(connection, doctor, null)).ToDictionary(row => row.Key, row => row.Value.Pin, StringComparer.Ordinal);
        }
        catch (DbException)
        {
            return null;
        }
    }

    /// <summary>She pinned this patient; false too when it cannot be read.</summary>
    public async Task<bool> IsPinnedAsync(string doctor, string patientId, CancellationToken cancellation) =>
        await ReadAsync(doctor, cancellation) is { } pins && pins.GetValueOrDefault(Seal(doctor, patientId)) is { IsPinned: true };

    /// <summary>Pins a patient, or undoes it.</summary>
    public Task<PinOutcome> SetAsync(string doctor, string patientId, bool isPinned) => ChangeAsync(
        doctor, patientId, (before, _) => before?.Pin.IsPinned == isPinned ? null : new(isPinned, before?.Pin.Place ?? 0));

    /// <summary>She opened a patient. One that stands first already is left alone for the day, so that a reload writes nothing (docs/adr/0032).</summary>
    public Task<PinOutcome> OpenedAsync(string doctor, string patientId) => ChangeAsync(doctor, patientId, (before, last) =>
        (_options.RecentPatients == 0 && before is not { Pin.IsPinned: true }) || (before is { Pin.Place: > 0 } && before.Pin.Place == last && before.Day == Today)
            ? null
            : new(before?.Pin.IsPinned ?? false, before is { Pin.Place: > 0 } && before.Pin.Place == last ? last : last + 1));

    /// <summary>Makes another row of what stands there and of the place of who was opened last; null: leaves it.</summary>
    private async Task<PinOutcome> ChangeAsync(string doctor, string patientId, Func<Row?, long, Pin?> change)
    {
        var subject = Seal(doctor, patientId);
        try
        {
            await using var connection = await _database.OpenAsync(CancellationToken.None);
            if (After(await RowsAsync(connection, doctor, null)) is null)
            {
                return PinOutcome.Done;
            }
            // Read again within the transaction: another page of hers may have been shown meanwhile.
            await using var transaction = await _database.BeginAsync(connection, CancellationToken.None);
            var rows = await RowsAsync(connection, doctor, transaction);
            if (After(rows) is not { } after)
            {
                return PinOutcome.Done;
            }
            if (after.IsPinned && rows.Where(row => row.Key != subject).Count(row => row.Value.Pin.IsPinned) >= Most)
            {
                return PinOutcome.Full;
            }
            await WriteAsync(connection, transaction, doctor, subject, after);
            return PinOutcome.Done;
        }
        catch (DbException)
        {
            return PinOutcome.Failed;
        }

        Pin? After(Dictionary<string, Row> rows) => change(rows.GetValueOrDefault(subject), rows.Values.Select(row => row.Pin.Place).DefaultIfEmpty().Max());
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, Row>> RowsAsync(DbConnection connection, string doctor, DbTransaction? transaction)
    {
        var rows = await connection.QueryAsync<(string Subject, long Pinned, long Place, string Day)>(
            "SELECT subject, pinned, place, day FROM pin WHERE doctor = @doctor AND day >= @oldest", new { doctor, oldest = Oldest }, transaction);
        return rows.ToDictionary(row => row.Subject, row => new Row(new(row.Pinned == 1, row.Place), row.Day), StringComparer.Ordinal);
    }

    /// <summary>Then forgets what is too old, and whom she opened before the last ones.</summary>
    private async Task WriteAsync(DbConnection connection, DbTransaction transaction, string doctor, string subject, Pin pin)
    {
        var about = new { doctor, subject, pinned = pin.IsPinned ? 1 : 0, place = pin.Place, day = Today, oldest = Oldest, most = _options.RecentPatients };
        await connection.ExecuteAsync(
            """
            INSERT INTO pin (doctor, subject, pinned, place, day) VALUES (@doctor, @subject, @pinned, @place, @day)
            ON CONFLICT (doctor, subject) DO UPDATE SET pinned = @pinned, place = @place, day = @day
            """, about, transaction);
        await connection.ExecuteAsync("DELETE FROM pin WHERE day < @oldest", about, transaction);
        await connection.ExecuteAsync(
            """
            DELETE FROM pin WHERE doctor = @doctor AND pinned = 0 AND subject NOT IN
              (SELECT subject FROM pin WHERE doctor = @doctor AND place > 0 AND pinned = 0 ORDER BY place DESC LIMIT @most)
            """, about, transaction);
        await transaction.CommitAsync();
    }

    private sealed record Row(Pin Pin, string Day);
}
