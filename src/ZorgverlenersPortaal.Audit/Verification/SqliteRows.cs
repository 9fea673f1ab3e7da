using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The rows of one segment of a trail.</summary>
internal sealed class SqliteRows(string path) : ITrailRows
{
    private readonly SqliteConnection _connection = ReadOnlyTrail.Open(path);

    public bool IsEmpty()
    {
        if (TrailSchema.IsEmpty(_connection))
        {
            return true;
        }

        TrailSchema.Check(_connection);
        return false;
    }

    public void BeginWindow() => TrailSchema.Execute(_connection, "BEGIN");

    public void EndWindow() => TrailSchema.Execute(_connection, "COMMIT");

    public IScan Records(int window) => new SqliteScan(
        _connection,
        "SELECT sequence, time, event, outcome, actor, request_id, payload, previous, hash FROM record "
        + $"WHERE sequence > ?1 ORDER BY sequence LIMIT {window}");

    public IScan Patients() => new SqliteScan(
        _connection,
        "SELECT sequence, position, epd_id, bsn FROM patient WHERE sequence > ?1 ORDER BY sequence, position");

    public void Dispose() => _connection.Dispose();

    public StoredRow? At(long sequence)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, previous, hash FROM record WHERE sequence = $sequence";
        command.Parameters.AddWithValue("$sequence", sequence);
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    public IEnumerable<StoredRow> All()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, previous, hash FROM record ORDER BY sequence";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return Read(row);
        }
    }

    public long LastSequence()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(sequence), 0) FROM record";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>A segment is sealed when the next was begun.</summary>
    public bool LacksNext() => TrailSchema.IsSealed(_connection);

    public TrailRange Span(string from, string until)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT min(sequence), max(sequence), (SELECT coalesce(max(sequence), 0) FROM record WHERE time < $from)
            FROM record WHERE time >= $from AND time < $until
            """;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$until", until);
        using var row = command.ExecuteReader();
        row.Read();
        return row.IsDBNull(0) ? new(row.GetInt64(2) + 1, row.GetInt64(2)) : new(row.GetInt64(0), row.GetInt64(1));
    }

    private static StoredRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));
}
