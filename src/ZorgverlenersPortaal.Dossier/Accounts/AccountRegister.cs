using Dapper;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The accounts: UZI number, AGB code, role, practice. Read at every request, so that a block works at once (R8).</summary>
public sealed class AccountRegister(Database database, TimeProvider clock)
{
    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY.</summary>
    private const int IsThereAlready = 1555;

    /// <summary>The account of this UZI number, or null.</summary>
    public async Task<Account?> FindAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT uzi_number AS UziNumber, name AS Name, role AS Role, agb AS Agb, practice AS Practice, status AS Status FROM account WHERE uzi_number = @uziNumber",
            new { uziNumber },
            cancellationToken: cancellation));
        return row?.ToAccount();
    }

    /// <summary>Adds an account; false when the UZI number has one already.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var connection = await database.OpenAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO account (uzi_number, name, role, agb, practice, status, added, changed) VALUES (@UziNumber, @Name, @Role, @Agb, @Practice, @Status, @now, @now)",
                new { account.UziNumber, account.Name, Role = account.Role.ToString(), Agb = account.Agb?.Value, account.Practice, Status = account.Status.ToString(), now = Now() },
                cancellationToken: cancellation));
            return true;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == IsThereAlready)
        {
            return false;
        }
    }

    /// <summary>Blocks or unblocks; false when there is no such account.</summary>
    public async Task<bool> SetStatusAsync(string uziNumber, AccountStatus status, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE account SET status = @status, changed = @now WHERE uzi_number = @uziNumber",
            new { uziNumber, status = status.ToString(), now = Now() },
            cancellationToken: cancellation)) == 1;
    }

    private string Now() => clock.GetUtcNow().ToString("O");

    /// <summary>A row as the database holds it; a value that is not understood blocks the account.</summary>
    private sealed record Row(string UziNumber, string Name, string Role, string? Agb, string? Practice, string Status)
    {
        public Account ToAccount()
        {
            var role = Array.Find(Enum.GetValues<CareRole>(), known => known.ToString() == Role);
            return new()
            {
                UziNumber = UziNumber,
                Name = Name,
                Role = role,
                Agb = AgbCode.TryRead(Agb),
                Practice = Practice,
                Status = Status == nameof(AccountStatus.Active) && role.ToString() == Role ? AccountStatus.Active : AccountStatus.Blocked,
            };
        }
    }
}
