using System.Globalization;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The records of one node that a search's columns let through, newest first, read as they are asked for.</summary>
internal static class TrailSearch
{
    public static IEnumerable<StoredAuditRecord> Read(string folder, string node, AuditSearch search) => RecordMerge.NewestFirst(
        [.. TrailFiles.Segments(folder, node).Select(segment => Read(segment, node, search))]);

    /// <summary>The numbers in the EPD that were recorded with this BSN.</summary>
    public static IEnumerable<string> EpdIds(TrailSegment segment, string bsn)
    {
        using var connection = ReadOnlyTrail.Open(segment.Path);
        if (TrailSchema.IsEmpty(connection))
        {
            yield break;
        }

        TrailSchema.Check(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT epd_id FROM patient WHERE bsn = $bsn AND epd_id <> ''";
        command.Parameters.AddWithValue("$bsn", bsn);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return row.GetString(0);
        }
    }

    private static IEnumerable<StoredAuditRecord> Read(TrailSegment segment, string node, AuditSearch search) =>
        Read(segment, node, search.IsForAPerson, parameters => $"{string.Join(" AND ", Conditions(node, search, parameters))} ORDER BY {Time(search)} DESC, sequence DESC");

    /// <summary>The record at this place; null when there is none.</summary>
    public static StoredAuditRecord? Read(string folder, string node, long sequence) => TrailFiles.Segments(folder, node).Reverse()
        .Select(segment => Read(segment, node, isForAPerson: true, parameters =>
        {
            parameters.AddWithValue("$sequence", sequence);
            return "sequence = $sequence";
        }).SingleOrDefault())
        .FirstOrDefault(stored => stored is not null);

    private static IEnumerable<StoredAuditRecord> Read(TrailSegment segment, string node, bool isForAPerson, Func<SqliteParameterCollection, string> where)
    {
        using var connection = ReadOnlyTrail.Open(segment.Path);
        if (TrailSchema.IsEmpty(connection))
        {
            yield break;
        }

        TrailSchema.Check(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, hash, time FROM record WHERE " + where(command.Parameters);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return StoredRecords.Of(node, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetString(3), isForAPerson);
        }
    }

    private static IEnumerable<string> Conditions(string node, AuditSearch search, SqliteParameterCollection parameters)
    {
        var time = Time(search);
        yield return "TRUE";
        if (search.Bsn is not null)
        {
            parameters.AddWithValue("$bsn", search.Bsn);
            // Also where her number in the EPD was all that was known.
            yield return $"""
                sequence IN (
                    SELECT sequence FROM patient WHERE bsn = $bsn
                    UNION SELECT sequence FROM patient WHERE epd_id IN ({string.Join(", ", search.EpdIds.Select((id, at) => Add(parameters, at, id)))}))
                """;
        }
        if (search.UziNumber is not null)
        {
            parameters.AddWithValue("$actor", search.UziNumber);
            yield return "actor = $actor";
        }
        if (search.Outcome is { } outcome)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"outcome = {(int)outcome}");
        }
        if (search.Events.Count > 0)
        {
            // Numbers of our own, nobody's text.
            yield return $"event IN ({string.Join(',', search.Events.Select(type => type.ToString("D")))})";
        }
        if (search.From is { } from)
        {
            parameters.AddWithValue("$from", StoredText.Of(from));
            yield return $"{time} >= $from";
        }
        if (search.Until is { } until)
        {
            parameters.AddWithValue("$until", StoredText.Of(until));
            yield return $"{time} < $until";
        }
        if (search.Before is { } before)
        {
            parameters.AddWithValue("$time", StoredText.Of(before.Time));
            // At that very moment this node's records come before, after or around the one that was shown last.
            parameters.AddWithValue("$sequence", before.SequenceFor(node));
            yield return $"({time}, sequence) < ($time, $sequence)";
        }
    }

    private static string Add(SqliteParameterCollection parameters, int at, string id)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$epd{at}");
        parameters.AddWithValue(name, id);
        return name;
    }

    /// <summary>The plus keeps SQLite from walking the whole of time for one patient's few records.</summary>
    private static string Time(AuditSearch search) => search.Bsn is null ? "time" : "+time";
}
