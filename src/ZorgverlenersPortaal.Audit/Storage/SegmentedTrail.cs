using ZorgverlenersPortaal.Audit.Records;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>
/// The newest segment of a node's trail, open for its writer. A full one, or one of a month that is over, is sealed and the next begins
/// with its last hash (docs/adr/0043). In this order, so that a crash between any two steps is mended at the next opening: make the next
/// file, seal this one, write.
/// </summary>
internal sealed class SegmentedTrail : ITrailConnection
{
    private readonly string _folder;
    private readonly AuditTrailOptions _options;
    private readonly TrailHead _before;
    private TrailConnection _current;
    private int _number;
    private (long Sequence, string Month)? _first;

    private SegmentedTrail(string folder, AuditTrailOptions options, int number, TrailHead before)
    {
        (_folder, _options, _number, _before) = (folder, options, number, before);
        _current = Open(number, create: false, before);
        _first = _current.ReadFirst(before);
    }

    /// <summary>The files belong to the portal's account, whatever the triggers say; the checkpoints are what it cannot reach.</summary>
    public string? Weakness => null;

    /// <summary>
    /// Opens the newest segment. <paramref name="create"/> is for the start only: while running, a file that is gone is a fault and
    /// not a reason to begin a new chain. Throws AuditTrailRefusedException when the segments do not follow each other.
    /// </summary>
    public static SegmentedTrail Open(string folder, AuditTrailOptions options, bool create)
    {
        var segments = TrailFiles.Segments(folder, options.Node);
        if (segments.Count == 0 && create)
        {
            TrailConnection.Open(TrailFiles.Database(folder, options.Node), options.Node, create: true, options.WriteTimeout).Dispose();
        }

        var number = segments.Count == 0 ? 1 : segments[^1].Number;
        return new SegmentedTrail(folder, options, number, number == 1 ? TrailHead.Empty : Sealed(folder, options, number - 1));
    }

    /// <summary>The last record on disk; throws AuditTrailRefusedException when it is not one of this node's.</summary>
    public TrailHead ReadHead() => _current.ReadHead() is { Sequence: > 0 } head ? _current.RequireOpen(head) : _before;

    /// <summary>The hash of the record at this sequence, null when there is none.</summary>
    public byte[]? HashAt(long sequence) => _current.HashAt(sequence)
        ?? (TrailSearch.Read(_folder, _options.Node, sequence) is { } stored ? Convert.FromHexString(stored.Hash) : null);

    /// <summary>Adds all records in one transaction; when this returns they are durable.</summary>
    public TrailHead Append(TrailHead head, IReadOnlyList<PendingRecord> batch)
    {
        var month = StoredText.Of(batch[0].Record.Time)[..7];
        if (_first is { } first && (head.Sequence - first.Sequence + 1 >= _options.SegmentRecords || string.CompareOrdinal(month, first.Month) > 0))
        {
            Turn(head);
        }

        var added = _current.Append(head, batch);
        _first ??= (head.Sequence + 1, month);
        return added;
    }

    public void Dispose() => _current.Dispose();

    private void Turn(TrailHead head)
    {
        var next = Open(_number + 1, create: true, head);
        try
        {
            _current.Seal();
        }
        catch
        {
            next.Dispose();
            throw;
        }

        _current.Dispose();
        (_current, _number, _first) = (next, _number + 1, null);
    }

    private TrailConnection Open(int number, bool create, TrailHead before) =>
        TrailConnection.Open(TrailFiles.Database(_folder, _options.Node, number), _options.Node, create, _options.WriteTimeout, before.Sequence + 1);

    /// <summary>The head of the segment before; sealed now, when a crash kept that from being done.</summary>
    private static TrailHead Sealed(string folder, AuditTrailOptions options, int number)
    {
        var path = TrailFiles.Database(folder, options.Node, number);
        if (!File.Exists(path))
        {
            throw new AuditTrailRefusedException(
                $"{path} is gone, the segment of the trail before the newest. Put it back, or start under a new node name and keep what is left as evidence.");
        }

        using var connection = TrailConnection.Open(path, options.Node, create: false, options.WriteTimeout);
        var head = connection.ReadHead();
        connection.Seal();
        return head;
    }
}
