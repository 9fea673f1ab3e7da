using System.Data.Common;
using System.Text;
using System.Text.Json;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>Verifies one node's trail from the first record on, or a part of it, and stops at the first fault.</summary>
internal sealed class NodeVerifier : IDisposable
{
    // A long read transaction would keep the portal's write-ahead log growing, so it ends now and then.
    private const int Window = 20_000;

    private readonly string _node;
    private readonly CheckpointWitness _witness;
    private readonly ITrailRows _rows;
    private readonly RecordHash _hash;
    private readonly VerificationPeriod? _period;
    private byte[] _head = RecordHash.Genesis.ToArray();
    private readonly byte[] _last = new byte[StoredText.TimeLength];
    private string? _first;
    private long _begin = 1;
    private long _count;

    public NodeVerifier(ITrailRows rows, string node, CheckpointWitness witness, VerificationPeriod? period = null)
    {
        _period = period;
        _node = node;
        _witness = witness;
        _hash = new RecordHash(node);
        _rows = rows;
    }

    /// <summary>Verifies; <paramref name="progress"/> hears of every window.</summary>
    public NodeVerification Run(IProgress<VerificationProgress>? progress)
    {
        TrailFinding? fault;
        try
        {
            fault = (_period is null ? Walk(progress, long.MaxValue) : WalkPart(_period, progress)) ?? NextGone() ?? _witness.Forged;
        }
        catch (Exception broken) when (broken is DbException or AuditTrailRefusedException)
        {
            fault = new TrailFinding(TrailFault.Unreadable, _node, Place + 1, broken.Message);
        }

        return new NodeVerification(
            _node,
            _count,
            Time(_first),
            Time(Encoding.UTF8.GetString(_last)),
            Convert.ToHexStringLower(_head),
            _period is null ? _witness.Through : _witness.ThroughAt(Place),
            fault,
            _begin);
    }

    public void Dispose() => _rows.Dispose();

    private TrailFinding? NextGone() => _rows.LacksNext()
        ? new(TrailFault.TailCut, _node, _rows.LastSequence() + 1, "The last segment is sealed, so another was begun; it is gone.")
        : null;

    /// <summary>The sequence of the last verified record.</summary>
    private long Place => _begin - 1 + _count;

    /// <summary>A checkpoint vouches for all before it: the part is made longer to where the next one stands.</summary>
    private TrailFinding? WalkPart(VerificationPeriod period, IProgress<VerificationProgress>? progress)
    {
        if (_rows.IsEmpty())
        {
            return _witness.Cut(0);
        }

        var (range, edges) = (_rows.Span(StoredText.Of(period.From), StoredText.Of(period.Until)), new RangeEdges(_rows, _node, period));
        (_begin, var end) = (range.First, _rows.LastSequence());
        var last = range.Last < range.First ? range.Last : Math.Min(end, _witness.NextFrom(range.Last) ?? range.Last);
        (_head, var fault) = edges.Before(_begin);
        _witness.Skip(_begin - 1);
        return fault ?? _witness.Confirm(_begin - 1, _head) ?? Walk(progress, last) ?? edges.After(last, _head) ?? _witness.Cut(end);
    }

    private TrailFinding? Walk(IProgress<VerificationProgress>? progress, long last)
    {
        if (_rows.IsEmpty())
        {
            return _witness.Cut(0);
        }

        using var patients = new PatientScan(_rows.Patients());
        using var records = new RecordScan(_rows.Records(Window));
        var after = _period is null ? long.MinValue : Place;
        while (true)
        {
            _rows.BeginWindow();
            records.Start(after);
            patients.Start(after);
            var before = _count;
            while (Place < last && records.Next())
            {
                if (Judge(records.Row, patients) is { } fault)
                {
                    return fault;
                }
            }

            var isLast = _count - before < Window || Place == last;
            var stray = isLast && patients.Sequence <= last ? patients.Sequence : null;
            records.Stop();
            patients.Stop();
            _rows.EndWindow();
            progress?.Report(new VerificationProgress(_node, _count));
            if (isLast)
            {
                return Short(last) ?? (stray is { } sequence ? IndexFault(sequence) : null);
            }

            after = Place;
        }
    }

    /// <summary>Less than a checkpoint counts, or than the part has.</summary>
    private TrailFinding? Short(long last) => _period is null ? _witness.Cut(_count)
        : Place < last ? new(TrailFault.RecordMissing, _node, Place + 1, "There are records after it.")
        : null;

    private TrailFinding? Judge(in RecordRow row, PatientScan patients)
    {
        if (row.Sequence != Place + 1)
        {
            return new Diagnosis(_rows, _node).Gap(Place + 1, row.Sequence);
        }

        if (!row.Previous.SequenceEqual(_head) || !_hash.Fits(row.Previous, row.Sequence, row.Payload, row.Hash))
        {
            return new Diagnosis(_rows, _node).Of(row.Keep(), _head);
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
