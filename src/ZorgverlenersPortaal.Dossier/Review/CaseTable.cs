using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The statements on cases, their steps, their evidence and who leaves them to others.</summary>
internal static class CaseTable
{
    private const string Select = """
        SELECT id AS Id, subject AS Subject, origin AS Origin, reasons AS Reasons, opened AS Opened, look_time AS LookTime, look_event AS LookEvent,
          doctor_uzi AS DoctorUzi, doctor_name AS DoctorName, emergency_id AS EmergencyId, state AS State, due AS Due, owner AS Owner,
          owner_name AS OwnerName, judge AS Judge, seconder AS Seconder, verdict AS Verdict
        FROM review_case
        """;

    private const string SelectMoves = """
        SELECT case_id AS CaseId, number AS Number, time AS Time, step AS Step, from_state AS FromState, to_state AS ToState, due AS Due,
          by_uzi AS ByUzi, by_name AS ByName, words AS Words, verdict AS Verdict, minutes AS Minutes
        FROM review_step
        """;

    private const string Insert = """
        INSERT INTO review_case (id, subject, origin, reasons, opened, look_time, look_event, doctor_uzi, doctor_name, emergency_id, state, due)
        VALUES (@Id, @Subject, @Origin, @Reasons, @Opened, @LookTime, @LookEvent, @DoctorUzi, @DoctorName, @EmergencyId, @State, @Due)
        ON CONFLICT (subject) DO NOTHING
        """;

    private const string Update = """
        UPDATE review_case SET state = @State, due = @Due, owner = @Owner, owner_name = @OwnerName, judge = @Judge, seconder = @Seconder, verdict = @Verdict
        WHERE id = @Id
        """;

    private const string InsertMove = """
        INSERT INTO review_step (case_id, number, time, step, from_state, to_state, due, by_uzi, by_name, words, verdict, minutes)
        VALUES (@CaseId, @Number, @Time, @Step, @FromState, @ToState, @Due, @ByUzi, @ByName, @Words, @Verdict, @Minutes)
        """;

    /// <summary>False when the same look has a case already.</summary>
    public static async Task<bool> InsertAsync(DbTransaction transaction, ReviewCase one) =>
        await transaction.Connection!.ExecuteAsync(Insert, CaseRow.Of(one), transaction) == 1;

    public static async Task UpdateAsync(DbTransaction transaction, ReviewCase one, CaseMove? move)
    {
        await transaction.Connection!.ExecuteAsync(Update, CaseRow.Of(one), transaction);
        if (move is not null)
        {
            await transaction.Connection!.ExecuteAsync(InsertMove, CaseMoveRow.Of(one.Id, move), transaction);
        }
    }

    public static async Task<ReviewCase?> FindAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        (await connection.QuerySingleOrDefaultAsync<CaseRow>($"{Select} WHERE id = @id", new { id }, transaction))?.ToCase();

    /// <summary>Those that must be done first, first; judged ones last, the newest first.</summary>
    public static async Task<IReadOnlyList<ReviewCase>> ListAsync(DbConnection connection, string where, object? values, int most, CancellationToken cancellation) =>
        [.. (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"{Select} WHERE {where} ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, opened DESC, id LIMIT {most}", values, cancellationToken: cancellation)))
            .Select(row => row.ToCase())];

    public static async Task<IReadOnlyList<CaseMove>> MovesAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        [.. (await connection.QueryAsync<CaseMoveRow>($"{SelectMoves} WHERE case_id = @id ORDER BY number", new { id }, transaction)).Select(row => row.ToMove())];

    /// <summary>The steps of all cases, by case.</summary>
    public static async Task<ILookup<string, CaseMove>> AllMovesAsync(DbConnection connection, CancellationToken cancellation) =>
        (await connection.QueryAsync<CaseMoveRow>(new CommandDefinition($"{SelectMoves} ORDER BY case_id, number", cancellationToken: cancellation)))
            .ToLookup(row => row.CaseId, row => row.ToMove(), StringComparer.Ordinal);

    public static async Task<int> NextNumberAsync(DbTransaction transaction, string id) => 1 + await transaction.Connection!.ExecuteScalarAsync<int>(
        "SELECT COALESCE(MAX(number), 0) FROM review_step WHERE case_id = @id", new { id }, transaction);

    public static async Task<IReadOnlyList<FrozenRecord>> EvidenceAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        [.. (await connection.QueryAsync<FrozenRecord>("SELECT node AS Node, sequence AS Sequence, hash AS Hash FROM review_evidence WHERE case_id = @id ORDER BY node, sequence", new { id }, transaction))];

    /// <summary>The evidence of all cases, by case.</summary>
    public static async Task<ILookup<string, FrozenRecord>> AllEvidenceAsync(DbConnection connection, CancellationToken cancellation) =>
        (await connection.QueryAsync<(string Id, string Node, long Sequence, string Hash)>(new CommandDefinition(
            "SELECT case_id, node, sequence, hash FROM review_evidence ORDER BY case_id, node, sequence", cancellationToken: cancellation)))
            .ToLookup(row => row.Id, row => new FrozenRecord(row.Node, row.Sequence, row.Hash), StringComparer.Ordinal);

    /// <summary>What is frozen stays as it was: a place that is there already is not written again.</summary>
    public static async Task AddEvidenceAsync(DbTransaction transaction, string id, IEnumerable<FrozenRecord> frozen)
    {
        foreach (var one in frozen)
        {
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO review_evidence (case_id, node, sequence, hash) VALUES (@id, @Node, @Sequence, @Hash) ON CONFLICT (case_id, node, sequence) DO NOTHING",
                new { id, one.Node, one.Sequence, one.Hash },
                transaction);
        }
    }

    /// <summary>The look is over and all of it is among the evidence; false when that was so already.</summary>
    public static async Task<bool> FreezeAsync(DbTransaction transaction, string id, DateTimeOffset now) => await transaction.Connection!.ExecuteAsync(
        "UPDATE review_case SET frozen = @now WHERE id = @id AND frozen IS NULL", new { id, now = StoredValue.Of(now) }, transaction) == 1;

    /// <summary>UZI numbers of the officers who know the patient or the doctor.</summary>
    public static async Task<IReadOnlyList<string>> RecusedAsync(DbConnection connection, DbTransaction? transaction, string id) =>
        [.. await connection.QueryAsync<string>("SELECT uzi_number FROM review_recusal WHERE case_id = @id ORDER BY uzi_number", new { id }, transaction)];

    public static Task RecuseAsync(DbTransaction transaction, string id, string uzi, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO review_recusal (case_id, uzi_number, time) VALUES (@id, @uzi, @now) ON CONFLICT (case_id, uzi_number) DO NOTHING",
        new { id, uzi, now = StoredValue.Of(now) },
        transaction);
}
