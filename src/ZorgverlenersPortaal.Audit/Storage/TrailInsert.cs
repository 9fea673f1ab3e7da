using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>The prepared statements that add one record and its patient rows, inside the caller's transaction.</summary>
internal sealed class TrailInsert : IDisposable
{
    private readonly RecordHash _hash;
    private readonly SqliteCommand _record;
    private readonly SqliteCommand _patient;

    public TrailInsert(SqliteConnection connection, RecordHash hash)
    {
        _hash = hash;
        _record = Prepare(
            connection,
            "INSERT INTO record(sequence, time, event, outcome, actor, request_id, payload, previous, hash) "
            + "VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8)",
            SqliteType.Integer, SqliteType.Text, SqliteType.Integer, SqliteType.Integer, SqliteType.Text,
            SqliteType.Text, SqliteType.Blob, SqliteType.Blob, SqliteType.Blob);
        _patient = Prepare(
            connection,
            "INSERT INTO patient(sequence, position, epd_id, bsn) VALUES($0, $1, $2, $3)",
            SqliteType.Integer, SqliteType.Integer, SqliteType.Text, SqliteType.Text);
    }

    /// <summary>Adds the record after <paramref name="head"/> and returns the head it makes.</summary>
    public TrailHead Add(TrailHead head, PendingRecord pending)
    {
        var record = pending.Record;
        var sequence = head.Sequence + 1;
        var hash = new byte[RecordHash.Size];
        _hash.Compute(head.Hash, sequence, pending.Payload, hash);
        Run(
            _record, sequence, StoredText.Of(record.Time), (int)record.Event, (int)record.Outcome,
            StoredText.Of(record.Actor?.UziNumber), StoredText.Of(record.RequestId), pending.Payload,
            head.Hash, hash);
        for (var i = 0; i < record.Patients.Count; i++)
        {
            var patient = record.Patients[i];
            Run(_patient, sequence, i, StoredText.Of(patient.EpdId), StoredText.Of(patient.Bsn));
        }

        return new TrailHead(sequence, hash);
    }

    public void Dispose()
    {
        _record.Dispose();
        _patient.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<SqliteType> types)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < types.Length; i++)
        {
            command.Parameters.Add("$" + (char)('0' + i), types[i]).Value = DBNull.Value;
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
