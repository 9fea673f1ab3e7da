using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Turns rows into delegations, each judged at this moment as its giver (DESIGN §7).</summary>
internal sealed class DelegationReading(DelegationOptions options, AccountsOptions accounts, TimeProvider clock)
{
    /// <summary>The moment.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Runs a statement that begins with <see cref="DelegationTable.Select"/>.</summary>
    public async Task<IReadOnlyList<(Delegation Delegation, Account Giver)>> ListAsync(
        DbConnection connection, DbTransaction? transaction, string sql, object parameters, CancellationToken cancellation) =>
        Judge(await RowsAsync(connection, transaction, sql, parameters, cancellation));

    /// <summary>The same as the database holds them: without what depends on the moment.</summary>
    public static async Task<IReadOnlyList<(DelegationRow Row, Account Giver)>> RowsAsync(
        DbConnection connection, DbTransaction? transaction, string sql, object parameters, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<DelegationRow, AccountRow, (DelegationRow, Account)>(
            new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation),
            (row, giver) => (row, giver.ToAccount()),
            splitOn: "UziNumber")];

    /// <summary>How rows stand now.</summary>
    public IReadOnlyList<(Delegation Delegation, Account Giver)> Judge(IReadOnlyList<(DelegationRow Row, Account Giver)> rows)
    {
        var now = Now;
        return [.. rows.Select(one => (one.Row.ToDelegation(one.Giver, DelegationRules.MayLook(one.Giver, accounts, now), options, now), one.Giver))];
    }

    /// <summary>The one of this id, in a transaction, or null.</summary>
    public async Task<Delegation?> FindAsync(DbTransaction transaction, string id)
    {
        var found = await ListAsync(transaction.Connection!, transaction, $"{DelegationTable.Select} WHERE delegation.id = @id", new { id }, CancellationToken.None);
        return found.Count == 0 ? null : found[0].Delegation;
    }

    /// <summary>May this account look now?</summary>
    public bool MayLook(Account account) => DelegationRules.MayLook(account, accounts, Now);
}
