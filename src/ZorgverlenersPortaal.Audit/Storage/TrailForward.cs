using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The committed records of one node in their order, beside its writer: a reader of a write-ahead log never makes it wait.</summary>
internal static class TrailForward
{
    public static IReadOnlyList<StoredPayload> Read(string folder, string node, long sequence, int records, int bytes)
    {
        List<StoredPayload> found = [];
        var size = 0L;
        foreach (var segment in From(folder, node, sequence + 1))
        {
            using var connection = Open(segment);
            if (connection is null)
            {
                break;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sequence, payload, hash FROM record WHERE sequence > $sequence ORDER BY sequence LIMIT $records";
            command.Parameters.AddWithValue("$sequence", sequence);
            command.Parameters.AddWithValue("$records", records - found.Count);
            using var row = command.ExecuteReader();
            while (size < bytes && row.Read())
            {
                found.Add(new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)));
                size += found[^1].Payload.Length;
            }
        }

        return found;
    }

    public static long LastSequence(string folder, string node) => TrailFiles.Segments(folder, node).Reverse()
        .Select(segment => Bound(segment, "max"))
        .FirstOrDefault(last => last > 0);

    /// <summary>The segments from the one that holds or will hold a record; nearly always the newest alone.</summary>
    private static List<TrailSegment> From(string folder, string node, long sequence)
    {
        List<TrailSegment> wanted = [];
        foreach (var segment in TrailFiles.Segments(folder, node).Reverse())
        {
            wanted.Insert(0, segment);
            if (Bound(segment, "min") is var first and > 0 && first <= sequence)
            {
                break;
            }
        }

        return wanted;
    }

    private static long Bound(TrailSegment segment, string which)
    {
        using var connection = Open(segment);
        using var command = connection?.CreateCommand();
        command?.CommandText = $"SELECT coalesce({which}(sequence), 0) FROM record";
        return command?.ExecuteScalar() as long? ?? 0;
    }

    private static SqliteConnection? Open(TrailSegment segment)
    {
        var connection = ReadOnlyTrail.Open(segment.Path);
        try
        {
            if (TrailSchema.IsEmpty(connection))
            {
                connection.Dispose();
                return null;
            }

            TrailSchema.Check(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
