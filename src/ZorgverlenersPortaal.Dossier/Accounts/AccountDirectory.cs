using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The office's lists: search, counts, due soon, and codes that do not agree. Reads only.</summary>
public sealed class AccountDirectory
{
    private const int LargestPage = 200;

    private const string From = """
        FROM account LEFT JOIN sign_in ON sign_in.id =
          (SELECT max(id) FROM sign_in AS last WHERE last.uzi_number = account.uzi_number AND last.outcome = 'SignedIn')
        """;

    private const string Where = """
        WHERE (@text = '' OR fold(account.name) LIKE @part ESCAPE '\' OR fold(account.practice) LIKE @part ESCAPE '\'
            OR account.uzi_number LIKE @start ESCAPE '\' OR account.agb LIKE @start ESCAPE '\')
          AND (@state IS NULL
            OR @state = 'Blocked' AND account.status <> 'Active'
            OR @state = 'Active' AND account.status = 'Active' AND account.confirmed >= @since
            OR @state = 'ConfirmationPassed' AND account.status = 'Active' AND account.confirmed < @since)
        """;

    private readonly Database _database;
    private readonly AccountsOptions _options;
    private readonly TimeProvider _clock;

    internal AccountDirectory(Database database, AccountsOptions options, TimeProvider clock) =>
        (_database, _options, _clock) = (database, options, clock);

    /// <summary>One page of the accounts that fit, by name.</summary>
    public async Task<AccountListPage> SearchAsync(AccountSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        var size = Math.Clamp(search.PageSize, 1, LargestPage);
        var text = Plain(search.Text);
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        var values = new DynamicParameters(new { text, part = $"%{SearchFold.Fold(escaped)}%", start = $"{escaped}%", state = search.State?.ToString(), since = Since() });
        await using var connection = await _database.OpenAsync(cancellation);
        SearchFold.AddTo(connection);
        var found = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"SELECT count(*) FROM account {Where}", values, cancellationToken: cancellation));
        var pages = Math.Max(1, (found + size - 1) / size);
        var page = Math.Clamp(search.Page, 1, pages);
        values.Add("size", size);
        values.Add("skip", (page - 1) * size);
        var rows = await connection.QueryAsync<AccountRow, LastSeen, AccountListing>(new CommandDefinition(
            $"SELECT {AccountTable.Columns}, sign_in.time AS Time, sign_in.card_expires AS Expires {From} {Where} ORDER BY lower(account.name), account.uzi_number LIMIT @size OFFSET @skip",
            values,
            cancellationToken: cancellation), Listing, splitOn: "Time");
        return new([.. rows], found, page, pages);
    }

    /// <summary>One account as it stands on the list, or null.</summary>
    public async Task<AccountListing?> FindAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return (await connection.QueryAsync<AccountRow, LastSeen, AccountListing>(new CommandDefinition(
            $"SELECT {AccountTable.Columns}, sign_in.time AS Time, sign_in.card_expires AS Expires {From} WHERE account.uzi_number = @uziNumber",
            new { uziNumber },
            cancellationToken: cancellation), Listing, splitOn: "Time")).SingleOrDefault();
    }

    /// <summary>How many accounts stand how.</summary>
    public async Task<AccountCounts> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        var counts = await connection.QuerySingleAsync<Counts>(new CommandDefinition(
            """
            SELECT count(*) FILTER (WHERE status = 'Active' AND confirmed >= @since) AS Active,
              count(*) FILTER (WHERE status <> 'Active') AS Blocked,
              count(*) FILTER (WHERE status = 'Active' AND confirmed < @since) AS Passed
            FROM account
            """,
            new { since = Since() },
            cancellationToken: cancellation));
        return new((int)counts.Active, (int)counts.Blocked, (int)counts.Passed);
    }

    /// <summary>Accounts that are not blocked and must be confirmed soon, or should have been; the longest waiting first.</summary>
    public async Task<IReadOnlyList<AccountListing>> DueSoonAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        var until = StoredValue.Of(_clock.GetUtcNow().AddDays(_options.DueSoonDays).AddMonths(-_options.ReconfirmMonths));
        return [.. await connection.QueryAsync<AccountRow, LastSeen, AccountListing>(new CommandDefinition(
            $"SELECT {AccountTable.Columns}, sign_in.time AS Time, sign_in.card_expires AS Expires {From} WHERE account.status = 'Active' AND account.confirmed < @until ORDER BY account.confirmed, account.uzi_number",
            new { until },
            cancellationToken: cancellation), Listing, splitOn: "Time")];
    }

    private AccountListing Listing(AccountRow row, LastSeen? seen)
    {
        var account = row.ToAccount();
        var until = _options.ConfirmedUntil(account);
        var state = account.Status switch
        {
            AccountStatus.Blocked => AccountState.Blocked,
            AccountStatus.Active => until > _clock.GetUtcNow() ? AccountState.Active : AccountState.ConfirmationPassed,
        };
        return new(account, state, until, StoredValue.Time(seen?.Time), StoredValue.Time(seen?.Expires));
    }

    /// <summary>Confirmed before this is past due.</summary>
    private string Since() => StoredValue.Of(_clock.GetUtcNow().AddMonths(-_options.ReconfirmMonths));

    /// <summary>A number typed with spaces or hyphens is looked for without them.</summary>
    private static string Plain(string? text) => AccountRequestCheck.Digits(text) ?? text?.Trim() ?? "";

    private sealed record LastSeen
    {
        public string? Time { get; init; }

        public string? Expires { get; init; }
    }

    private sealed record Counts
    {
        public long Active { get; init; }

        public long Blocked { get; init; }

        public long Passed { get; init; }
    }
}
