using System.Data.Common;
using System.Globalization;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>Remembers for each doctor, and for nobody else, what she has seen (docs/adr/0035): keyed hashes only, no content (R5).</summary>
public sealed class SeenBook
{
    private readonly Database _database;
    private readonly MemorySeal _seal;
    private readonly AccountsOptions _options;
    private readonly TimeProvider _clock;

    internal SeenBook(Database database, MemorySeal seal, AccountsOptions options, TimeProvider clock) =>
        (_database, _seal, _options, _clock) = (database, seal, options, clock);

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Today => Day(_clock.GetUtcNow());

    /// <summary>The first day of which something is still known.</summary>
    private string Oldest => Day(_clock.GetUtcNow().AddDays(-_options.SeenDays));

    /// <summary>What she saw before of a patient; <paramref name="isListed"/>: her lists name this patient.</summary>
    public Task<SeenBefore> OpenAsync(string doctor, string patientId, bool isListed, CancellationToken cancellation) =>
        ReadAsync(new(doctor, _seal.Patient(doctor, patientId), isListed), cancellation);

    /// <summary>What she saw before of her lists.</summary>
    public Task<SeenBefore> OpenListsAsync(string doctor, CancellationToken cancellation) => ReadAsync(new(doctor, Lists(doctor), false), cancellation);

    /// <summary>Forgets a patient who is no longer hers to see.</summary>
    internal async Task ForgetAsync(string doctor, string patientId)
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        var about = new { doctor, subject = _seal.Patient(doctor, patientId) };
        await connection.ExecuteAsync("DELETE FROM seen WHERE doctor = @doctor AND subject = @subject", about);
        await connection.ExecuteAsync("DELETE FROM pin WHERE doctor = @doctor AND subject = @subject", about);
    }

    /// <summary>Forgets who is on none of her lists any more; <paramref name="seals"/> stand for all of hers, and nobody may be missing.</summary>
    public async Task KeepOnlyAsync(string doctor, IReadOnlyCollection<string> seals)
    {
        try
        {
            await using var connection = await _database.OpenAsync(CancellationToken.None);
            var known = await connection.QueryAsync<string>(
                "SELECT subject FROM seen WHERE doctor = @doctor AND listed = 1 UNION SELECT subject FROM pin WHERE doctor = @doctor", new { doctor });
            var gone = known.Except(seals, StringComparer.Ordinal).ToList();
            if (gone.Count > 0)
            {
                var about = new DynamicParameters(new { doctor });
                var list = SqlList.Of("gone", gone, about);
                await connection.ExecuteAsync($"DELETE FROM seen WHERE doctor = @doctor AND subject IN {list}", about);
                await connection.ExecuteAsync($"DELETE FROM pin WHERE doctor = @doctor AND subject IN {list}", about);
            }
        }
        catch (DbException)
        {
            // As in keeping: the list has been shown, and the next look at it forgets them.
        }
    }

    /// <summary>Keeps what was shown. A look that brought nothing new writes once a day at most.</summary>
    internal async Task KeepAsync(SeenBefore before, IReadOnlyList<SeenLook> looks)
    {
        try
        {
            foreach (var look in looks)
            {
                var shelf = before.Shelf(look.Area);
                if (shelf?.Is(before.After(shelf, look), Today) != true)
                {
                    await WriteAsync(before, look);
                }
            }
        }
        catch (DbException)
        {
            // The page has been shown by now, and must end well: what could not be kept is only new once more.
        }
    }

    private async Task WriteAsync(SeenBefore before, SeenLook look)
    {
        var (doctor, subject, isListed) = before.Subject;
        var about = new { doctor, subject, area = look.Area, oldest = Oldest };
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        // Read again within the transaction: another page of hers may have been shown meanwhile.
        await using var transaction = await _database.BeginAsync(connection, CancellationToken.None);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT area AS Area, items AS Items, looked AS Looked FROM seen WHERE doctor = @doctor AND subject = @subject AND area = @area AND looked >= @oldest", about, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO seen (doctor, subject, area, listed, items, looked) VALUES (@doctor, @subject, @area, @listed, @items, @looked)
            ON CONFLICT (doctor, subject, area) DO UPDATE SET listed = @listed, items = @items, looked = @looked
            """,
            new { doctor, subject, area = look.Area, listed = isListed ? 1 : 0, items = before.After(row?.Shelf, look), looked = Today }, transaction);
        await connection.ExecuteAsync("DELETE FROM seen WHERE looked < @oldest", about, transaction);
        await transaction.CommitAsync();
    }

    private async Task<SeenBefore> ReadAsync(SeenSubject subject, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT area AS Area, items AS Items, looked AS Looked FROM seen WHERE doctor = @Doctor AND subject = @Seal AND looked >= @oldest",
            new { subject.Doctor, subject.Seal, oldest = Oldest }, cancellationToken: cancellation));
        return new(this, _seal, subject, rows.ToDictionary(row => row.Area, row => row.Shelf, StringComparer.Ordinal));
    }

    /// <summary>No patient has an empty id.</summary>
    private string Lists(string doctor) => _seal.Patient(doctor, "");

    private sealed record Row
    {
        public string Area { get; init; } = "";

        public byte[] Items { get; init; } = [];

        public string Looked { get; init; } = "";

        public SeenShelf Shelf => SeenShelf.Read(Items, Looked);
    }
}
