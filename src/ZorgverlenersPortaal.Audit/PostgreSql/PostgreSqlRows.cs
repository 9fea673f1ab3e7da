using Npgsql;
using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>The rows of one node's trail in the database, over one connection and a cursor per scan.</summary>
internal sealed class PostgreSqlRows(NpgsqlConnection connection, string node) : ITrailRows
{
    private const string Stored = "SELECT sequence, payload, previous, hash FROM audit.record WHERE node = @node";

    private NpgsqlTransaction? _window;

    /// <summary>What the tables are was checked when the connection was opened.</summary>
    public bool IsEmpty() => false;

    public void BeginWindow() => _window = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public void EndWindow()
    {
        _window?.Commit();
        _window?.Dispose();
        _window = null;
    }

    public IScan Records(int window) => new PostgreSqlScan(
        connection,
        node,
        "records",
        "SELECT sequence, time, event, outcome, actor, request_id, payload, previous, hash FROM audit.record "
        + $"WHERE node = @node AND sequence > @after ORDER BY sequence LIMIT {window}");

    public IScan Patients() => new PostgreSqlScan(
        connection,
        node,
        "patients",
        "SELECT sequence, position, epd_id, bsn FROM audit.patient WHERE node = @node AND sequence > @after ORDER BY sequence, position");

    public StoredRow? At(long sequence)
    {
        using var command = Command(Stored + " AND sequence = @sequence");
        command.Parameters.AddWithValue("sequence", sequence);
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    public IEnumerable<StoredRow> All()
    {
        using var scan = new PostgreSqlScan(connection, node, "everything", Stored + " AND sequence > @after ORDER BY sequence");
        scan.Start(long.MinValue);
        while (scan.Next())
        {
            yield return new StoredRow(scan.Number(0), scan.Bytes(1).ToArray(), scan.Bytes(2).ToArray(), scan.Bytes(3).ToArray());
        }
    }

    public long LastSequence()
    {
        using var command = Command("SELECT max(sequence) FROM audit.record WHERE node = @node");
        return (long)command.ExecuteScalar()!;
    }

    public bool LacksNext() => false;

    public TrailRange Span(string from, string until)
    {
        using var command = Command("""
            SELECT min(sequence), max(sequence), (SELECT coalesce(max(sequence), 0) FROM audit.record WHERE node = @node AND time < @from)
            FROM audit.record WHERE node = @node AND time >= @from AND time < @until
            """);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("until", until);
        using var row = command.ExecuteReader();
        row.Read();
        return row.IsDBNull(0) ? new(row.GetInt64(2) + 1, row.GetInt64(2)) : new(row.GetInt64(0), row.GetInt64(1));
    }

    public void Dispose()
    {
        _window?.Dispose();
        connection.Dispose();
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("node", node);
        return command;
    }

    private static StoredRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));
}
