using System.Data.Common;
using Dapper;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The statements on versions of the matrix.</summary>
internal static class RoleMatrixTable
{
    private const string Columns = """
        number AS Number, cells AS Cells, effective AS Effective, status AS Status, reason AS Reason, proposed AS Proposed,
        proposer AS Proposer, proposer_name AS ProposerName, decided AS Decided, decider AS Decider, decider_name AS DeciderName, note AS Note
        """;

    private const string Insert = """
        INSERT INTO role_matrix (number, cells, effective, status, reason, proposed, proposer, proposer_name)
        VALUES (@Number, @Cells, @Effective, @Status, @Reason, @Proposed, @Proposer, @ProposerName)
        """;

    private const string Update = """
        UPDATE role_matrix SET effective = @Effective, status = @Status, decided = @Decided, decider = @Decider,
          decider_name = @DeciderName, note = @Note
        WHERE number = @Number
        """;

    /// <summary>All of them, oldest first; throws InvalidDataException when one cannot be understood.</summary>
    public static IReadOnlyList<RoleMatrixVersion> List(DbConnection connection, DbTransaction? transaction = null) =>
        [.. connection.Query<RoleMatrixRow>($"SELECT {Columns} FROM role_matrix ORDER BY number", transaction: transaction).Select(row => row.ToVersion())];

    public static Task InsertAsync(DbTransaction transaction, RoleMatrixVersion version) =>
        transaction.Connection!.ExecuteAsync(Insert, RoleMatrixRow.Parameters(version), transaction);

    public static Task UpdateAsync(DbTransaction transaction, RoleMatrixVersion version) =>
        transaction.Connection!.ExecuteAsync(Update, RoleMatrixRow.Parameters(version), transaction);
}
