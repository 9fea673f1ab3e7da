using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The last sign-ins of each account, for its holder and the office. The trail is the proof; this is for reading back quickly.</summary>
public sealed class SignInBook(Database database)
{
    private const int Kept = 50;

    /// <summary>Notes a try with a card of this account; only the last 50 of an account are kept. Strangers leave nothing here.</summary>
    public async Task NoteAsync(string uziNumber, SignInEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sign_in (uzi_number, time, outcome, address, card_serial, card_agb, card_expires)
            SELECT @uziNumber, @time, @Outcome, @Address, @CardSerial, @CardAgb, @expires
            WHERE EXISTS (SELECT 1 FROM account WHERE uzi_number = @uziNumber);
            DELETE FROM sign_in WHERE uzi_number = @uziNumber AND id NOT IN
              (SELECT id FROM sign_in WHERE uzi_number = @uziNumber ORDER BY id DESC LIMIT @Kept)
            """,
            new
            {
                uziNumber,
                time = StoredValue.Of(entry.Time),
                entry.Outcome,
                entry.Address,
                entry.CardSerial,
                entry.CardAgb,
                expires = StoredValue.Of(entry.CardExpires),
                Kept,
            },
            cancellationToken: cancellation));
    }

    /// <summary>The last sign-ins, newest first.</summary>
    public async Task<IReadOnlyList<SignInEntry>> LastSignInsAsync(string uziNumber, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT time AS Time, outcome AS Outcome, address AS Address, card_serial AS CardSerial, card_agb AS CardAgb, card_expires AS CardExpires
            FROM sign_in WHERE uzi_number = @uziNumber ORDER BY id DESC LIMIT @count
            """,
            new { uziNumber, count },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToEntry())];
    }

    private sealed record Row
    {
        public string Time { get; init; } = "";

        public string Outcome { get; init; } = "";

        public string? Address { get; init; }

        public string CardSerial { get; init; } = "";

        public string? CardAgb { get; init; }

        public string CardExpires { get; init; } = "";

        public SignInEntry ToEntry() =>
            new(StoredValue.Time(Time) ?? default, Outcome, Address, CardSerial, CardAgb, StoredValue.Time(CardExpires) ?? default);
    }
}
