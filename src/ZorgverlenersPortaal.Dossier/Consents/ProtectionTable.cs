using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>The statements on the hospital's list.</summary>
internal static class ProtectionTable
{
    private const string Columns = """
        id AS Id, kind AS Kind, patient_id AS PatientId, bsn_end AS BsnEnd, against AS Against, reason AS Reason, starts AS Starts,
        ends AS Ends, added_by AS AddedBy, ended_by AS EndedBy
        """;

    private const string Insert = """
        INSERT INTO patient_protection (id, kind, patient_id, bsn_seal, bsn_end, against, reason, starts, ends, added_by)
        VALUES (@Id, @Kind, @PatientId, @Seal, @BsnEnd, @Against, @Reason, @Starts, @Ends, @AddedBy)
        """;

    public static async Task<IReadOnlyList<PatientProtection>> ListAsync(DbConnection connection, CancellationToken cancellation) =>
        Read(await connection.QueryAsync<ProtectionRow>(new CommandDefinition(
            $"SELECT {Columns} FROM patient_protection ORDER BY starts DESC, id", cancellationToken: cancellation)));

    public static async Task<PatientProtection?> FindAsync(DbTransaction transaction, string id) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<ProtectionRow>(
            $"SELECT {Columns} FROM patient_protection WHERE id = @id", new { id }, transaction))?.ToProtection();

    /// <summary>Every entry of a patient by any of her ids at the EPD, or by the seal of her BSN; ended ones too.</summary>
    public static async Task<IReadOnlyList<PatientProtection>> OfAsync(
        DbConnection connection, IReadOnlyCollection<string> patientIds, string? seal, CancellationToken cancellation)
    {
        var about = new DynamicParameters(new { seal });
        return Read(await connection.QueryAsync<ProtectionRow>(new CommandDefinition(
            $"SELECT {Columns} FROM patient_protection WHERE patient_id IN {SqlList.Of("id", patientIds, about)} OR bsn_seal = @seal",
            about,
            cancellationToken: cancellation)));
    }

    public static Task InsertAsync(DbTransaction transaction, PatientProtection entry, string? seal) =>
        transaction.Connection!.ExecuteAsync(Insert, ProtectionRow.Parameters(entry, seal), transaction);

    public static Task EndAsync(DbTransaction transaction, PatientProtection entry) => transaction.Connection!.ExecuteAsync(
        "UPDATE patient_protection SET ends = @Ends, ended_by = @EndedBy WHERE id = @Id", ProtectionRow.Parameters(entry, null), transaction);

    private static IReadOnlyList<PatientProtection> Read(IEnumerable<ProtectionRow> rows) => [.. rows.Select(row => row.ToProtection())];
}
