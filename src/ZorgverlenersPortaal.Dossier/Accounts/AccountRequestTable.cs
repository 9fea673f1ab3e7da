using System.Data.Common;
using Dapper;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The statements on requests.</summary>
internal static class AccountRequestTable
{
    private const string Select = """
        SELECT id AS Id, received AS Received, name AS Name, uzi_number AS UziNumber, agb AS Agb, big_number AS BigNumber, role AS Role,
          practice AS Practice, email AS Email, phone AS Phone, status AS Status, note AS Note, first_approver AS FirstApprover,
          practice_agb AS PracticeAgb, confirmed_physician AS ConfirmedPhysician, decided AS Decided, code_shown AS CodeShown
        FROM account_request
        """;

    private const string Insert = """
        INSERT INTO account_request (id, reference, received, name, uzi_number, agb, big_number, role, practice, email, phone, status)
        VALUES (@Id, @reference, @Received, @Name, @UziNumber, @Agb, @BigNumber, @Role, @Practice, @Email, @Phone, @Status)
        """;

    private const string Update = """
        UPDATE account_request SET received = @Received, name = @Name, uzi_number = @UziNumber, agb = @Agb, big_number = @BigNumber,
          role = @Role, practice = @Practice, email = @Email, phone = @Phone, status = @Status, note = @Note,
          first_approver = @FirstApprover, practice_agb = @PracticeAgb, confirmed_physician = @ConfirmedPhysician, decided = @Decided,
          code_shown = @CodeShown
        WHERE id = @Id
        """;

    public static async Task<AccountRequest?> FindAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        (await connection.QuerySingleOrDefaultAsync<AccountRequestRow>($"{Select} WHERE id = @id", new { id }, transaction))?.ToRequest();

    public static async Task<AccountRequest?> FindByReferenceAsync(DbConnection connection, DbTransaction? transaction, string reference) =>
        (await connection.QuerySingleOrDefaultAsync<AccountRequestRow>($"{Select} WHERE reference = @reference", new { reference }, transaction))?.ToRequest();

    /// <summary>Oldest first; null for all of them.</summary>
    public static async Task<IReadOnlyList<AccountRequest>> ListAsync(DbConnection connection, RequestStatus? status) =>
        [.. (await connection.QueryAsync<AccountRequestRow>(
            $"{Select} WHERE @status IS NULL OR status = @status ORDER BY received, id", new { status = status?.ToString() })).Select(row => row.ToRequest())];

    public static Task InsertAsync(DbTransaction transaction, AccountRequest request, string reference)
    {
        var values = new DynamicParameters(AccountRequestRow.Of(request));
        values.Add("reference", reference);
        return transaction.Connection!.ExecuteAsync(Insert, values, transaction);
    }

    public static Task UpdateAsync(DbTransaction transaction, AccountRequest request) =>
        transaction.Connection!.ExecuteAsync(Update, AccountRequestRow.Of(request), transaction);

    /// <summary>What the office must look at, as the database is now.</summary>
    public static async Task<IReadOnlyList<RequestConflict>> ConflictsAsync(DbConnection connection, AccountRequest request)
    {
        var found = await connection.QuerySingleAsync<Found>(
            """
            SELECT CASE WHEN EXISTS (SELECT 1 FROM account WHERE uzi_number = @uzi) THEN 1 ELSE 0 END AS Account,
              CASE WHEN EXISTS (SELECT 1 FROM account WHERE agb = @agb AND uzi_number <> @uzi) THEN 1 ELSE 0 END AS Agb,
              CASE WHEN EXISTS (SELECT 1 FROM account WHERE practice_agb = @agb) THEN 1 ELSE 0 END AS Practice,
              CASE WHEN EXISTS (SELECT 1 FROM account_request WHERE uzi_number = @uzi AND id <> @id AND status IN ('Received', 'SupplementAsked')) THEN 1 ELSE 0 END AS Other
            """,
            new { uzi = request.Data.UziNumber, agb = request.Data.Agb.Value, id = request.Id });
        List<RequestConflict> conflicts = [];
        conflicts.AddRange(found.Account != 0 ? [RequestConflict.AccountExists] : []);
        conflicts.AddRange(found.Agb != 0 ? [RequestConflict.AgbInUse] : []);
        conflicts.AddRange(found.Practice != 0 ? [RequestConflict.AgbIsPracticeCode] : []);
        conflicts.AddRange(found.Other != 0 ? [RequestConflict.OtherOpenRequest] : []);
        conflicts.AddRange(request.Data.Agb.Kind() == AgbKind.Unknown ? [RequestConflict.AgbKindUnknown] : []);
        return conflicts;
    }

    private sealed record Found
    {
        public long Account { get; init; }

        public long Agb { get; init; }

        public long Practice { get; init; }

        public long Other { get; init; }
    }
}
