using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Finds UZI numbers and AGB codes that do not agree, among accounts that are not blocked.</summary>
public sealed class AgbConflicts(Database database)
{
    /// <summary>Every conflict there is now; one that was mended is no longer among them.</summary>
    public async Task<IReadOnlyList<AgbConflict>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var doubled = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT agb AS Agb, uzi_number AS UziNumber FROM account WHERE status = 'Active' AND agb IN
              (SELECT agb FROM account WHERE status = 'Active' AND agb IS NOT NULL GROUP BY agb HAVING count(*) > 1)
            ORDER BY agb, uzi_number
            """,
            cancellationToken: cancellation));
        var cards = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT account.agb AS Agb, account.uzi_number AS UziNumber, sign_in.card_agb AS CardAgb, max(sign_in.time) AS Time
            FROM sign_in JOIN account ON account.uzi_number = sign_in.uzi_number
            WHERE account.status = 'Active' AND sign_in.outcome = 'AgbConflict' AND sign_in.card_agb IS DISTINCT FROM account.agb
            GROUP BY account.uzi_number, sign_in.card_agb ORDER BY account.uzi_number, sign_in.card_agb
            """,
            cancellationToken: cancellation));
        var practices = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT person.agb AS Agb, person.uzi_number AS UziNumber, practice.uzi_number AS OtherUziNumber
            FROM account AS person JOIN account AS practice ON practice.practice_agb = person.agb
            WHERE person.status = 'Active' ORDER BY person.uzi_number, practice.uzi_number
            """,
            cancellationToken: cancellation));
        return
        [
            .. doubled.GroupBy(row => row.Agb, StringComparer.Ordinal).Select(group => new AgbConflict(
                AgbConflictKind.OneAgbOfTwoPersons, group.Key, null, [.. group.Select(row => row.UziNumber)], null)),
            .. cards.Select(row => new AgbConflict(
                AgbConflictKind.CardCarriesAnotherAgb, row.Agb, row.CardAgb, [row.UziNumber], StoredValue.Time(row.Time))),
            .. practices.Select(row => new AgbConflict(
                AgbConflictKind.PersonalAgbIsAPractice, row.Agb, null, [row.UziNumber, row.OtherUziNumber!], null)),
        ];
    }

    private sealed record Row
    {
        public string? Agb { get; init; }

        public string UziNumber { get; init; } = "";

        public string? CardAgb { get; init; }

        public string? Time { get; init; }

        public string? OtherUziNumber { get; init; }
    }
}
