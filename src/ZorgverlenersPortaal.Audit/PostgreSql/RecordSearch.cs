using Npgsql;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>
/// The records of one node that a search's columns let through, newest first. Read in pieces that each begin after the one
/// before: the server would send all of a long answer, also when a page needs fifty records of it.
/// </summary>
internal static class RecordSearch
{
    private const int First = 60;
    private const int Most = 1000;

    public static IEnumerable<StoredAuditRecord> Read(PostgreSqlStorage storage, string node, AuditSearch search)
    {
        var place = search.Before;
        for (var piece = First; ; piece = Math.Min(piece * 4, Most))
        {
            var found = Piece(storage, node, search with { Before = place }, piece);
            foreach (var stored in found)
            {
                yield return stored;
            }

            if (found.Count < piece)
            {
                yield break;
            }

            place = found[^1].Place;
        }
    }

    public static IReadOnlyCollection<string> EpdIds(PostgreSqlStorage storage, string bsn)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT epd_id FROM audit.patient WHERE bsn = @bsn AND epd_id <> ''";
        command.Parameters.AddWithValue("bsn", bsn);
        using var row = command.ExecuteReader();
        List<string> found = [];
        while (row.Read())
        {
            found.Add(row.GetString(0));
        }

        return found;
    }

    private static List<StoredAuditRecord> Piece(PostgreSqlStorage storage, string node, AuditSearch search, int most)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        command.Parameters.AddWithValue("node", node);
        command.Parameters.AddWithValue("most", most);
        var where = string.Join(" AND ", Conditions(node, search, command.Parameters));
        return RecordQuery.Records(command, node, where + " ORDER BY time DESC, sequence DESC LIMIT @most", search.IsForAPerson);
    }

    private static IEnumerable<string> Conditions(string node, AuditSearch search, NpgsqlParameterCollection parameters)
    {
        yield return "node = @node";
        if (search.Bsn is not null)
        {
            parameters.AddWithValue("bsn", search.Bsn);
            parameters.AddWithValue("ids", search.EpdIds.ToArray());
            // Also where her number in the EPD was all that was known. An array first: else time might be walked for her few records.
            yield return """
                sequence = ANY(ARRAY(
                    SELECT sequence FROM audit.patient WHERE node = @node AND bsn = @bsn
                    UNION SELECT sequence FROM audit.patient WHERE node = @node AND epd_id = ANY(@ids)))
                """;
        }

        if (search.UziNumber is not null)
        {
            parameters.AddWithValue("actor", search.UziNumber);
            yield return "actor = @actor";
        }

        if (search.Outcome is { } outcome)
        {
            parameters.AddWithValue("outcome", (int)outcome);
            yield return "outcome = @outcome";
        }

        if (search.Events.Count > 0)
        {
            parameters.AddWithValue("events", search.Events.Select(type => (int)type).ToArray());
            yield return "event = ANY(@events)";
        }

        if (search.From is { } from)
        {
            parameters.AddWithValue("from", StoredText.Of(from));
            yield return "time >= @from";
        }

        if (search.Until is { } until)
        {
            parameters.AddWithValue("until", StoredText.Of(until));
            yield return "time < @until";
        }

        if (search.Before is { } before)
        {
            parameters.AddWithValue("time", StoredText.Of(before.Time));
            parameters.AddWithValue("before", before.SequenceFor(node));
            yield return "(time, sequence) < (@time, @before)";
        }
    }
}
