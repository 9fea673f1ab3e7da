using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>The statements on emergencies.</summary>
internal static class EmergencyTable
{
    private const string Select = """
        SELECT id AS Id, uzi_number AS UziNumber, name AS Name, practice AS Practice, session AS Session, patient_id AS PatientId, reason AS Reason,
          words AS Words, opened AS Opened, until AS Until, ended AS Ended, extends AS Extends, gp_unresolved AS IsGpUnresolved,
          over_day AS IsOverDay, case_state AS State, account AS Account, accounted AS Accounted
        FROM emergency
        """;

    private const string Insert = """
        INSERT INTO emergency (id, uzi_number, name, practice, session, patient_id, reason, words, opened, until, ended, extends, gp_unresolved,
          over_day, case_state, account, accounted)
        VALUES (@Id, @UziNumber, @Name, @Practice, @Session, @PatientId, @Reason, @Words, @Opened, @Until, @Ended, @Extends, @IsGpUnresolved,
          @IsOverDay, @State, @Account, @Accounted)
        """;

    /// <summary>Those of this session about this patient that nobody ended, the one with the latest end first; their time may be over.</summary>
    public static async Task<IReadOnlyList<EmergencyCase>> OpenedAsync(
        DbConnection connection, DbTransaction? transaction, (string Uzi, string Session, string Patient) who, CancellationToken cancellation) =>
        [.. (await connection.QueryAsync<EmergencyRow>(new CommandDefinition(
            $"{Select} WHERE session = @Session AND patient_id = @Patient AND uzi_number = @Uzi AND ended IS NULL ORDER BY until DESC, id",
            new { who.Session, who.Patient, who.Uzi },
            transaction,
            cancellationToken: cancellation))).Select(row => row.ToCase())];

    /// <summary>The one of those that lets her see the patient now.</summary>
    public static EmergencyCase? InForce(IReadOnlyList<EmergencyCase> opened, DateTimeOffset now) => opened is [var last, ..] && last.Until > now ? last : null;

    public static async Task<EmergencyCase?> FindAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        (await connection.QuerySingleOrDefaultAsync<EmergencyRow>($"{Select} WHERE id = @id", new { id }, transaction))?.ToCase();

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<EmergencyCase>> ListAsync(DbConnection connection, string where, object values, CancellationToken cancellation) =>
        [.. (await connection.QueryAsync<EmergencyRow>(new CommandDefinition(
            $"{Select} WHERE {where} ORDER BY opened DESC, id LIMIT 500", values, cancellationToken: cancellation))).Select(row => row.ToCase())];

    /// <summary>Ids of those opened before a moment that nobody accounted for and that are not marked as late yet, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> LateAsync(DbConnection connection, DateTimeOffset before, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT id FROM emergency WHERE accounted IS NULL AND escalated IS NULL AND opened < @before ORDER BY opened, id",
            new { before = StoredValue.Of(before) },
            cancellationToken: cancellation))];

    /// <summary>Marks one as late; false when it is marked or accounted for by now.</summary>
    public static async Task<bool> EscalateAsync(DbTransaction transaction, string id, DateTimeOffset time) => await transaction.Connection!.ExecuteAsync(
        "UPDATE emergency SET escalated = @time WHERE id = @id AND accounted IS NULL AND escalated IS NULL", new { id, time = StoredValue.Of(time) }, transaction) == 1;

    /// <summary>How many a doctor opened since; going on with one is no new one.</summary>
    public static Task<int> CountAsync(DbConnection connection, DbTransaction? transaction, string uzi, DateTimeOffset since) =>
        connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM emergency WHERE uzi_number = @uzi AND opened > @since AND extends IS NULL", new { uzi, since = StoredValue.Of(since) }, transaction);

    public static async Task InsertAsync(DbTransaction transaction, EmergencyCase one, IEnumerable<AgbCode> practitioners)
    {
        await transaction.Connection!.ExecuteAsync(Insert, EmergencyRow.Of(one), transaction);
        foreach (var agb in practitioners.Distinct())
        {
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO emergency_gp (emergency_id, agb) VALUES (@id, @agb)", new { id = one.Id, agb = agb.Value }, transaction);
        }
    }

    public static async Task<IReadOnlyList<AgbCode>> PractitionersAsync(DbTransaction transaction, string id) =>
        [.. (await transaction.Connection!.QueryAsync<string>("SELECT agb FROM emergency_gp WHERE emergency_id = @id", new { id }, transaction))
            .Select(AgbCode.TryRead).OfType<AgbCode>()];

    public static Task EndAsync(DbTransaction transaction, string id, DateTimeOffset ended) => transaction.Connection!.ExecuteAsync(
        "UPDATE emergency SET ended = @ended WHERE id = @id", new { id, ended = StoredValue.Of(ended) }, transaction);

    public static Task AccountAsync(DbTransaction transaction, string id, string text, DateTimeOffset time) => transaction.Connection!.ExecuteAsync(
        "UPDATE emergency SET account = @text, accounted = @time WHERE id = @id", new { id, text, time = StoredValue.Of(time) }, transaction);
}
