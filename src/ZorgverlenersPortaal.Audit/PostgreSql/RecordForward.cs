using System.Globalization;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>
/// The committed records of one node in their order. A node has one writer, whose lock ends after its last transaction: what is
/// committed has no hole that could be filled later.
/// </summary>
internal static class RecordForward
{
    public static IReadOnlyList<StoredPayload> Read(PostgreSqlStorage storage, string node, long sequence, int records, int bytes)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        // The server sends an answer whole: it must not send what is not taken.
        command.CommandText = """
            SELECT sequence, payload, hash FROM (
                SELECT sequence, payload, hash, sum(length(payload)) OVER (ORDER BY sequence ROWS UNBOUNDED PRECEDING) - length(payload) AS before
                FROM (SELECT sequence, payload, hash FROM audit.record WHERE node = @node AND sequence > @sequence ORDER BY sequence LIMIT @records) AS next) AS counted
            WHERE before < @bytes ORDER BY sequence
            """;
        command.Parameters.AddWithValue("node", node);
        command.Parameters.AddWithValue("sequence", sequence);
        command.Parameters.AddWithValue("records", records);
        command.Parameters.AddWithValue("bytes", bytes);
        using var row = command.ExecuteReader();
        List<StoredPayload> found = [];
        while (row.Read())
        {
            found.Add(new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)));
        }

        return found;
    }

    public static long LastSequence(PostgreSqlStorage storage, string node)
    {
        using var connection = storage.OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(sequence), 0) FROM audit.record WHERE node = @node";
        command.Parameters.AddWithValue("node", node);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
