using System.Data.Common;
using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>The statements on delegations. The writing ones run in a transaction of <see cref="RecordedChange"/>.</summary>
internal static class DelegationTable
{
    /// <summary>Each delegation with its giver (as <c>account</c>) and the name of who receives it.</summary>
    public const string Select = $"""
        SELECT delegation.id AS Id, delegation.receiver_uzi AS ReceiverUzi, delegation.receiver_practice AS ReceiverPractice,
          coalesce(receiver.name, (SELECT min(practice) FROM account AS member WHERE member.practice_agb = delegation.receiver_practice)) AS ReceiverName,
          delegation.first_day AS FirstDay, delegation.last_day AS LastDay, delegation.shifts AS Shifts, delegation.note AS Note,
          delegation.covers_practice AS CoversPractice, delegation.made AS Made, delegation.made_by AS MadeBy, delegation.accepted AS Accepted,
          delegation.approved AS Approved, delegation.reconfirmed AS Reconfirmed, delegation.ended AS Ended, delegation.ended_by AS EndedBy,
          {AccountTable.Columns}
        FROM delegation JOIN account ON account.uzi_number = delegation.giver_uzi
          LEFT JOIN account AS receiver ON receiver.uzi_number = delegation.receiver_uzi
        """;

    /// <summary>
    /// What a doctor received, by name or as a member of the practice that the office entered for her; none when she is blocked.
    /// What she gave herself is not among it, and nothing follows a second step: a delegation is never transitive.
    /// </summary>
    public const string Received = $"""
        {Select}
          JOIN account AS me ON me.uzi_number = @uziNumber AND me.status = 'Active'
        WHERE (delegation.receiver_uzi = me.uzi_number OR delegation.receiver_practice = me.practice_agb)
          AND delegation.giver_uzi <> me.uzi_number AND delegation.last_day >= @since
        ORDER BY delegation.first_day, delegation.id
        """;

    private const string Insert = """
        INSERT INTO delegation (id, giver_uzi, receiver_uzi, receiver_practice, first_day, last_day, shifts, note, covers_practice, made, made_by, approved, approved_by)
        VALUES (@id, @giver, @ReceiverUzi, @practice, @first, @last, @shifts, @Note, @covers, @now, @by, @approved, @approver)
        """;

    /// <summary>Overlap of days between the same two, of one that was not ended or refused.</summary>
    private const string Overlap = """
        SELECT count(*) FROM delegation WHERE giver_uzi = @giver AND (receiver_uzi = @ReceiverUzi OR receiver_practice = @practice)
          AND ended IS NULL AND first_day <= @last AND last_day >= @first
        """;

    public static Task InsertAsync(DbTransaction transaction, string id, DelegationDraft draft, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(Insert, Parameters(draft, id, now), transaction);

    public static async Task<bool> OverlapsAsync(DbTransaction transaction, DelegationDraft draft) =>
        await transaction.Connection!.ExecuteScalarAsync<long>(Overlap, Parameters(draft, "", default), transaction) > 0;

    /// <summary>Doctors of a practice as the office entered it.</summary>
    public static async Task<IReadOnlyList<Account>> MembersAsync(DbTransaction transaction, string practiceAgb) =>
    [
        .. (await transaction.Connection!.QueryAsync<AccountRow>(
            $"SELECT {AccountTable.Columns} FROM account WHERE practice_agb = @practiceAgb AND function = 'CareProvider' ORDER BY uzi_number", new { practiceAgb }, transaction))
            .Select(row => row.ToAccount()),
    ];

    public static Task SetAsync(DbTransaction transaction, string id, DelegationStep step, DateTimeOffset now, string by) =>
        transaction.Connection!.ExecuteAsync(
            step switch
            {
                DelegationStep.Accept => "UPDATE delegation SET accepted = @now, accepted_by = @by WHERE id = @id",
                DelegationStep.Approve => "UPDATE delegation SET approved = @now, approved_by = @by WHERE id = @id",
                DelegationStep.Reconfirm => "UPDATE delegation SET reconfirmed = @now WHERE id = @id",
                DelegationStep.Refuse or DelegationStep.End => "UPDATE delegation SET ended = @now, ended_by = @by WHERE id = @id",
            },
            new { id, now = StoredValue.Of(now), by },
            transaction);

    private static object Parameters(DelegationDraft draft, string id, DateTimeOffset now) => new
    {
        id,
        giver = draft.GiverUzi,
        draft.Request.ReceiverUzi,
        practice = draft.Request.ReceiverPractice?.Value,
        first = DelegationRow.Stored(draft.Request.FirstDay),
        last = DelegationRow.Stored(draft.Request.LastDay),
        shifts = ShiftText.Write(draft.Request.Shifts),
        draft.Request.Note,
        covers = draft.Request.CoversPractice ? 1 : 0,
        now = StoredValue.Of(now),
        by = (draft.Administrator is null ? DelegationSide.Giver : DelegationSide.Office).ToString(),
        // Whoever of the office enters it has approved it.
        approved = draft.Administrator is null ? null : StoredValue.Of(now),
        approver = draft.Administrator,
    };
}
