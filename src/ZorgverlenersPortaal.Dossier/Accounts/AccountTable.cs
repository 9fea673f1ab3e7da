using System.Data.Common;
using Dapper;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The statements on accounts. Only <see cref="RecordedChange"/> opens the transactions that the writing ones need.</summary>
internal static class AccountTable
{
    /// <summary>The columns, as <see cref="AccountRow"/> names them.</summary>
    public const string Columns = """
        account.uzi_number AS UziNumber, account.name AS Name, account.function AS Function, account.role AS Role,
        account.confirmed_physician AS ConfirmedPhysician, account.in_training AS InTraining, account.agb AS Agb,
        account.practice_agb AS PracticeAgb, account.practice_manager AS PracticeManager, account.big_number AS BigNumber, account.practice AS Practice,
        account.email AS Email, account.phone AS Phone, account.status AS Status, account.block_reason AS BlockReason,
        account.blocked AS Blocked, account.confirmed AS Confirmed, account.generation AS Generation, account.block_code AS BlockCode
        """;

    private const string Insert = """
        INSERT INTO account (uzi_number, name, function, role, confirmed_physician, in_training, agb, practice_agb, practice_manager, big_number, practice,
          email, phone, status, block_reason, blocked, confirmed, generation, added, changed)
        VALUES (@UziNumber, @Name, @Function, @Role, @ConfirmedPhysician, @InTraining, @Agb, @PracticeAgb, @PracticeManager, @BigNumber, @Practice,
          @Email, @Phone, @Status, @BlockReason, @Blocked, @Confirmed, @Generation, @Now, @Now)
        """;

    private const string Update = """
        UPDATE account SET name = @Name, function = @Function, role = @Role, confirmed_physician = @ConfirmedPhysician,
          in_training = @InTraining, agb = @Agb, practice_agb = @PracticeAgb, practice_manager = @PracticeManager, big_number = @BigNumber, practice = @Practice,
          email = @Email, phone = @Phone, status = @Status, block_reason = @BlockReason, blocked = @Blocked,
          confirmed = @Confirmed, generation = @Generation, changed = @Now
        WHERE uzi_number = @UziNumber
        """;

    public static async Task<Account?> FindAsync(DbConnection connection, DbTransaction? transaction, string uziNumber, CancellationToken cancellation) =>
        (await connection.QuerySingleOrDefaultAsync<AccountRow>(new CommandDefinition(
            $"SELECT {Columns} FROM account WHERE uzi_number = @uziNumber", new { uziNumber }, transaction, cancellationToken: cancellation)))?.ToAccount();

    /// <summary>Another account that is not blocked and has this personal AGB code, or has it as its practice's; null when free.</summary>
    public static async Task<string?> HolderOfAgbAsync(DbTransaction transaction, AgbCode agb, string exceptUziNumber) =>
        await transaction.Connection!.QueryFirstOrDefaultAsync<string?>(
            "SELECT uzi_number FROM account WHERE (agb = @agb AND status = 'Active' OR practice_agb = @agb) AND uzi_number <> @exceptUziNumber ORDER BY uzi_number",
            new { agb = agb.Value, exceptUziNumber },
            transaction);

    public static Task InsertAsync(DbTransaction transaction, Account account, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(Insert, AccountRow.Parameters(account, now), transaction);

    public static Task UpdateAsync(DbTransaction transaction, Account account, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(Update, AccountRow.Parameters(account, now), transaction);

    public static Task SetBlockCodeAsync(DbTransaction transaction, string uziNumber, string hash) =>
        transaction.Connection!.ExecuteAsync("UPDATE account SET block_code = @hash WHERE uzi_number = @uziNumber", new { uziNumber, hash }, transaction);
}
