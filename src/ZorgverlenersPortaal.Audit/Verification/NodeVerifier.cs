using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Records;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>Verifies one node's trail from the first record on, and stops at the first fault.</summary>
internal sealed class NodeVerifier : IDisposable
{
    // A long read transaction would keep the portal's write-ahead log growing, so it ends now and then.
    private const int Window = 20_000;

    private readonly string _node;
    private readonly CheckpointWitness _witness;
    private readonly SqliteConnection _connection;
    private readonly RecordHash _hash;
    private readonly byte[] _head = RecordHash.Genesis.ToArray();
    private readonly byte[] _last = new byte[StoredText.TimeLength];
    private string? _first;
    private long _count;

    public NodeVerifier(string path, string node, CheckpointWitness witness)
    {
        _node = node;
        _witness = witness;
        _hash = new RecordHash(node);
        _connection = ReadOnlyTrail.Open(path);
    }

    /// <summary>Verifies; <paramref name="progress"/> hears of every window.</summary>
    public NodeVerification Run(IProgress<VerificationProgress>? progress)
    {
        TrailFinding? fault;
        try
        {
            fault = Walk(progress) ?? _witness.Cut(_count) ?? _witness.Forged;
        }
        catch (Exception broken) when (broken is SqliteException or AuditTrailRefusedException)
        {
            fault = new TrailFinding(TrailFault.Unreadable, _node, _count + 1, broken.Message);
        }

        return new NodeVerification(
            _node,
            _count,
            Time(_first),
            Time(Encoding.UTF8.GetString(_last)),
            Convert.ToHexStringLower(_head),
            _witness.Through,
            fault);
    }

    public void Dispose() => _connection.Dispose();

    private TrailFinding? Walk(IProgress<VerificationProgress>? progress)
    {
        if (TrailSchema.IsEmpty(_connection))
        {
            return null;
        }

        TrailSchema.Check(_connection);
        using var patients = new PatientScan(_connection);
        using var records = new RecordScan(_connection, Window);
        var after = long.MinValue;
        while (true)
        {
            TrailSchema.Execute(_connection, "BEGIN");
            records.Start(after);
            patients.Start(after);
            var before = _count;
            while (records.Next())
            {
                if (Judge(records.Row, patients) is { } fault)
                {
                    return fault;
                }
            }

            var stray = _count - before < Window ? patients.Sequence : null;
            records.Stop();
            patients.Stop();
            TrailSchema.Execute(_connection, "COMMIT");
            progress?.Report(new VerificationProgress(_node, _count));
            if (_count - before < Window)
            {
                return _witness.Cut(_count) ?? (stray is { } sequence ? IndexFault(sequence) : null);
            }

            after = _count;
        }
    }

    private TrailFinding? Judge(in RecordRow row, PatientScan patients)
    {
        if (row.Sequence != _count + 1)
        {
            return new Diagnosis(_connection, _node).Gap(_count + 1, row.Sequence);
        }

        if (!row.Previous.SequenceEqual(_head) || !_hash.Fits(row.Previous, row.Sequence, row.Payload, row.Hash))
        {
            return new Diagnosis(_connection, _node).Of(row.Keep(), _head);
        }

        if (patients.Sequence < row.Sequence)
        {
            return IndexFault(patients.Sequence.Value);
        }

        if (CompareColumns(row, patients) is { } fault)
        {
            return fault;
        }

        Remember(row);
        return _witness.Confirm(row.Sequence, row.Hash);
    }

    private TrailFinding? CompareColumns(in RecordRow row, PatientScan patients)
    {
        try
        {
            return PayloadComparison.Compare(row, patients) switch
            {
                null => null,
                TrailFault.PatientIndexMismatch => IndexFault(row.Sequence),
                var kind => new TrailFinding(
                    kind.Value, _node, row.Sequence, "A searchable column differs from the content of the record."),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return new TrailFinding(TrailFault.RecordEdited, _node, row.Sequence, "The content is not a record's.");
        }
    }

    private TrailFinding IndexFault(long sequence) => new(
        TrailFault.PatientIndexMismatch, _node, sequence, "The patient index differs from the content of the record.");

    private void Remember(in RecordRow row)
    {
        row.Hash.CopyTo(_head);
        _count++;
        row.Time[..Math.Min(row.Time.Length, _last.Length)].CopyTo(_last);
        _first ??= Encoding.UTF8.GetString(row.Time);
    }

    private DateTimeOffset? Time(string? text) => _count > 0 ? StoredText.TryToTime(text) : null;
}
