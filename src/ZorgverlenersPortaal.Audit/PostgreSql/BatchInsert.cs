using Npgsql;
using ZorgverlenersPortaal.Audit.Records;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>
/// Adds a whole batch, records and patient rows, in one prepared statement: one round trip, and one transaction that no
/// missing COMMIT can leave open.
/// </summary>
internal sealed class BatchInsert : IDisposable
{
    private const string Sql = """
        WITH records AS (
            INSERT INTO audit.record(node, sequence, time, event, outcome, actor, request_id, payload, previous, hash)
            SELECT $1, r.* FROM unnest($2::bigint[], $3::text[], $4::integer[], $5::integer[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::bytea[]) r)
        INSERT INTO audit.patient(node, sequence, position, epd_id, bsn)
        SELECT $1, p.* FROM unnest($11::bigint[], $12::integer[], $13::text[], $14::text[]) p
        """;

    private readonly NpgsqlCommand _command;

    public BatchInsert(string node, NpgsqlConnection connection)
    {
        _command = new NpgsqlCommand(Sql, connection);
        _command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
        Add<long>();
        Add<string>();
        Add<int>();
        Add<int>();
        Add<string?>();
        Add<string>();
        Add<byte[]>();
        Add<byte[]>();
        Add<byte[]>();
        Add<long>();
        Add<int>();
        Add<string>();
        Add<string?>();
        _command.Prepare();
    }

    /// <summary>Adds the records after <paramref name="head"/> and returns the head they make.</summary>
    public TrailHead Run(TrailHead head, IReadOnlyList<PendingRecord> batch, RecordHash hash)
    {
        var first = head.Sequence + 1;
        var hashes = new byte[batch.Count + 1][];
        hashes[0] = head.Hash;
        for (var i = 0; i < batch.Count; i++)
        {
            hashes[i + 1] = new byte[RecordHash.Size];
            hash.Compute(hashes[i], first + i, batch[i].Payload, hashes[i + 1]);
        }

        var records = batch.Select(pending => pending.Record).ToList();
        Set(1, Sequences(first, batch.Count));
        Set(2, records.ConvertAll(record => StoredText.Of(record.Time)).ToArray());
        Set(3, records.ConvertAll(record => (int)record.Event).ToArray());
        Set(4, records.ConvertAll(record => (int)record.Outcome).ToArray());
        Set(5, records.ConvertAll(record => StoredText.Of(record.Actor?.UziNumber)).ToArray());
        Set(6, records.ConvertAll(record => StoredText.Of(record.RequestId)!).ToArray());
        Set(7, batch.Select(pending => pending.Payload).ToArray());
        Set(8, hashes[..^1]);
        Set(9, hashes[1..]);
        SetPatients(first, records);
        _command.ExecuteNonQuery();
        return new TrailHead(first + batch.Count - 1, hashes[^1]);
    }

    public void Dispose() => _command.Dispose();

    private void SetPatients(long first, List<AuditRecord> records)
    {
        List<long> sequences = [];
        List<int> positions = [];
        List<string> ids = [];
        List<string?> numbers = [];
        for (var i = 0; i < records.Count; i++)
        {
            for (var position = 0; position < records[i].Patients.Count; position++)
            {
                var patient = records[i].Patients[position];
                sequences.Add(first + i);
                positions.Add(position);
                ids.Add(StoredText.Of(patient.EpdId)!);
                numbers.Add(StoredText.Of(patient.Bsn));
            }
        }

        Set(10, sequences.ToArray());
        Set(11, positions.ToArray());
        Set(12, ids.ToArray());
        Set(13, numbers.ToArray());
    }

    private static long[] Sequences(long first, int count)
    {
        var sequences = new long[count];
        for (var i = 0; i < count; i++)
        {
            sequences[i] = first + i;
        }

        return sequences;
    }

    private void Add<T>() => _command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [] });

    private void Set<T>(int parameter, T[] values) => ((NpgsqlParameter<T[]>)_command.Parameters[parameter]).TypedValue = values;
}
