using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>
/// Finds out what was done to a record that does not fit its chain. Runs once, at the first fault, and may therefore
/// look at the whole trail.
/// </summary>
internal sealed class Diagnosis(ITrailRows rows, string node)
{
    // How far beyond the end an origin is looked for: that many records may have been taken out before it.
    private const long Beyond = 10_000;

    private readonly RecordHash _hash = new(node);

    /// <summary>The fault behind a record that is sound or not, but does not follow <paramref name="previous"/>.</summary>
    public TrailFinding Of(StoredRow row, byte[] previous)
    {
        var next = rows.At(row.Sequence + 1);
        if (Fits(row, row.Sequence))
        {
            return row.Sequence > 1 && (next is null || next.Previous.AsSpan().SequenceEqual(row.Hash))
                ? Found(TrailFault.RecordEdited, row.Sequence - 1, $"Record {row.Sequence} follows what was there before.")
                : Found(TrailFault.ChainBroken, row.Sequence, "The record and its hash were renewed and follow nothing.");
        }

        if (_hash.Fits(previous, row.Sequence, row.Payload, row.Hash))
        {
            return Found(TrailFault.ChainBroken, row.Sequence, "The stored hash of the record before it was changed.");
        }

        // In this order: of two neighbours that changed places, the second also follows the one before the first.
        return Moved(row)
            ?? Inserted(row, next, previous)
            ?? Exchanged(row)
            ?? Found(TrailFault.RecordEdited, row.Sequence, "The content does not fit its hash.");
    }

    /// <summary>The fault behind a record found where another sequence was expected.</summary>
    public TrailFinding Gap(long expected, long found) => found < expected
        ? Found(TrailFault.RecordInserted, found, "No trail has a record with this sequence.")
        : Found(TrailFault.RecordMissing, expected, $"The next record is {found}.");

    private TrailFinding Found(TrailFault kind, long sequence, string detail) => new(kind, node, sequence, detail);

    /// <summary>The whole record was written at another sequence: swapped, or renumbered to hide a gap or an addition.</summary>
    private TrailFinding? Moved(StoredRow row)
    {
        if (Origin(row) is not { } origin)
        {
            return null;
        }

        if (rows.At(origin) is { } other && Fits(other, row.Sequence))
        {
            return Found(TrailFault.RecordSwapped, row.Sequence, $"It changed places with record {origin}.");
        }

        return origin > row.Sequence
            ? Found(TrailFault.RecordMissing, row.Sequence, $"Record {origin} was renumbered to hide the gap.")
            : Found(TrailFault.RecordInserted, origin, $"The real record {origin} was renumbered to {row.Sequence}.");
    }

    private TrailFinding? Inserted(StoredRow row, StoredRow? next, byte[] previous) =>
        next is not null && next.Previous.AsSpan().SequenceEqual(previous)
            ? Found(TrailFault.RecordInserted, row.Sequence, $"Record {next.Sequence} follows the one before this.")
            : null;

    /// <summary>The content belongs to another record, whose sequence and previous hash stayed where they were.</summary>
    private TrailFinding? Exchanged(StoredRow row)
    {
        foreach (var other in rows.All())
        {
            if (_hash.Fits(other.Previous, other.Sequence, row.Payload, other.Hash))
            {
                return _hash.Fits(row.Previous, row.Sequence, other.Payload, row.Hash)
                    ? Found(TrailFault.RecordSwapped, row.Sequence, $"It and record {other.Sequence} changed contents.")
                    : Found(TrailFault.RecordEdited, row.Sequence, $"It holds the content of record {other.Sequence}.");
            }

            if (other.Sequence != row.Sequence && _hash.Fits(other.Previous, other.Sequence, row.Payload, row.Hash))
            {
                return Found(TrailFault.RecordSwapped, row.Sequence, $"It is the content of record {other.Sequence}.");
            }
        }

        return null;
    }

    private long? Origin(StoredRow row)
    {
        var last = rows.LastSequence() + Beyond;
        for (var distance = 1L; distance < last; distance++)
        {
            if (row.Sequence - distance >= 1 && Fits(row, row.Sequence - distance))
            {
                return row.Sequence - distance;
            }

            if (row.Sequence + distance <= last && Fits(row, row.Sequence + distance))
            {
                return row.Sequence + distance;
            }
        }

        return null;
    }

    private bool Fits(StoredRow row, long sequence) => _hash.Fits(row.Previous, sequence, row.Payload, row.Hash);
}
