using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Reads accounts; at every request anew, so that a block works at once (R8). <see cref="AccountOffice"/> changes them.</summary>
public sealed class AccountRegister(Database database, FreshReads fresh)
{
    /// <summary>The account of this UZI number, or null.</summary>
    public Task<Account?> FindAsync(string uziNumber, CancellationToken cancellation) => fresh.ReadAsync(
        "account", uziNumber, connection => AccountTable.FindAsync(connection, null, uziNumber, cancellation), cancellation);

    /// <summary>A stored personal block code as its hash, or null; only for the comparison.</summary>
    internal async Task<string?> FindBlockCodeAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT block_code FROM account WHERE uzi_number = @uziNumber", new { uziNumber }, cancellationToken: cancellation));
    }
}
