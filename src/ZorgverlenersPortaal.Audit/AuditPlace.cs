namespace ZorgverlenersPortaal.Audit;

/// <summary>A record's place among those of all nodes.</summary>
/// <param name="Time">When it happened, in milliseconds.</param>
/// <param name="Node">The node that wrote it.</param>
/// <param name="Sequence">Its place in that node's chain.</param>
public sealed record AuditPlace(DateTimeOffset Time, string Node, long Sequence)
{
    /// <summary>Did the first happen before the other? Of one moment the order is by node and sequence, so that it is always the same.</summary>
    public static bool IsBefore(AuditPlace one, AuditPlace other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var time = one.Time.CompareTo(other.Time);
        var node = time != 0 ? time : string.CompareOrdinal(one.Node, other.Node);
        return (node != 0 ? node : one.Sequence.CompareTo(other.Sequence)) < 0;
    }

    /// <summary>The sequence of a node before which its records of this very moment come after this place.</summary>
    internal long SequenceFor(string node) => string.CompareOrdinal(node, Node) switch
    {
        < 0 => 0,
        0 => Sequence,
        > 0 => long.MaxValue,
    };

    /// <summary>Newest first; of one moment by node, and of one node from its last.</summary>
    internal static Comparer<AuditPlace> NewestFirst { get; } = Comparer<AuditPlace>.Create((one, other) =>
    {
        var time = other.Time.CompareTo(one.Time);
        var node = time != 0 ? time : string.CompareOrdinal(one.Node, other.Node);
        return node != 0 ? node : other.Sequence.CompareTo(one.Sequence);
    });
}
