using System.Text.Json;
using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>
/// The records on both sides of a part that is verified: the part has to follow the one and be followed by the other. They are judged
/// too, and must not belong inside by their own word: else a record whose time column was changed would fall outside the part.
/// </summary>
internal sealed class RangeEdges(ITrailRows rows, string node, VerificationPeriod period)
{
    private readonly RecordHash _hash = new(node);

    /// <summary>The hash that the part has to follow, or the fault of the record before it.</summary>
    public (byte[] Head, TrailFinding? Fault) Before(long first)
    {
        if (first == 1)
        {
            return (RecordHash.Genesis.ToArray(), null);
        }
        return rows.At(first - 1) is { } row
            ? (row.Hash, Judge(row))
            : ([], new(TrailFault.RecordMissing, node, first - 1, $"Record {first} follows nothing."));
    }

    /// <summary>The fault of the record after the part, which ends with this hash; null also when there is none yet.</summary>
    public TrailFinding? After(long last, byte[] head)
    {
        if (rows.At(last + 1) is { } row)
        {
            return row.Previous.AsSpan().SequenceEqual(head) ? Judge(row) : new Diagnosis(rows, node).Of(row, head);
        }
        return last < rows.LastSequence() ? new(TrailFault.RecordMissing, node, last + 1, "There are records after it.") : null;
    }

    private TrailFinding? Judge(StoredRow row)
    {
        if (!_hash.Fits(row.Previous, row.Sequence, row.Payload, row.Hash))
        {
            return new(TrailFault.RecordEdited, node, row.Sequence, "The content does not fit its hash.");
        }
        return IsInside(row) ? new(TrailFault.ColumnMismatch, node, row.Sequence, "Its time column says another day than its content.") : null;
    }

    private bool IsInside(StoredRow row)
    {
        try
        {
            var time = PayloadReader.Read(row.Payload).Time;
            return time >= period.From && time < period.Until;
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false; // its hash fits, so it was written like this; its own day's verification names it
        }
    }
}
