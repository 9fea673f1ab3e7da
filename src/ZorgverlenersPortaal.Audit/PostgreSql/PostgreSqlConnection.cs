using Npgsql;
using ZorgverlenersPortaal.Audit.Records;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>The writer's connection, with the node's lock; see <see cref="WriterSession"/>.</summary>
internal sealed class PostgreSqlConnection(string node, NpgsqlConnection connection, PostgreSqlStorage storage, string? weakness) : ITrailConnection
{
    private readonly RecordHash _hash = new(node);
    private readonly BatchInsert _insert = new(node, connection);

    public string? Weakness => weakness;

    public TrailHead ReadHead()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, payload, previous, hash FROM audit.record WHERE node = $1 ORDER BY sequence DESC LIMIT 1";
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            return TrailHead.Empty;
        }

        var head = new TrailHead(row.GetInt64(0), row.GetFieldValue<byte[]>(3));
        return _hash.Fits(row.GetFieldValue<byte[]>(2), head.Sequence, row.GetFieldValue<byte[]>(1), head.Hash)
            ? head
            : throw new AuditTrailRefusedException(
                $"Record {head.Sequence}, the last of node '{node}' in {storage.Name}, is damaged or was not written by this node. Keep the database as "
                + "evidence, run the verification, and start under a new node name.");
    }

    public byte[]? HashAt(long sequence)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM audit.record WHERE node = $1 AND sequence = $2";
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = sequence });
        return command.ExecuteScalar() as byte[];
    }

    public TrailHead Append(TrailHead head, IReadOnlyList<PendingRecord> batch) => _insert.Run(head, batch, _hash);

    public void Dispose()
    {
        _insert.Dispose();
        WriterSession.Release(connection);
        connection.Dispose();
    }
}
