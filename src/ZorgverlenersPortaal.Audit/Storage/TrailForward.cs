using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The committed records of one node in their order, beside its writer: a reader of a write-ahead log never makes it wait.</summary>
internal static class TrailForward
{
    public static IReadOnlyList<StoredPayload> Read(string folder, string node, long sequence, int records, int bytes)
    {
        using var connection = Open(folder, node);
        if (connection is null)
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, hash FROM record WHERE sequence > $sequence ORDER BY sequence LIMIT $records";
        command.Parameters.AddWithValue("$sequence", sequence);
        command.Parameters.AddWithValue("$records", records);
        using var row = command.ExecuteReader();
        List<StoredPayload> found = [];
        for (var read = 0L; read < bytes && row.Read(); read += found[^1].Payload.Length)
        {
            found.Add(new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)));
        }

        return found;
    }

    public static long LastSequence(string folder, string node)
    {
        using var connection = Open(folder, node);
        using var command = connection?.CreateCommand();
        command?.CommandText = "SELECT coalesce(max(sequence), 0) FROM record";
        return command?.ExecuteScalar() as long? ?? 0;
    }

    private static SqliteConnection? Open(string folder, string node)
    {
        var path = TrailFiles.Database(folder, node);
        if (!File.Exists(path))
        {
            return null;
        }

        var connection = ReadOnlyTrail.Open(path);
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
