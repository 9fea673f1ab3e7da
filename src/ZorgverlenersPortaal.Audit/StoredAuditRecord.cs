namespace ZorgverlenersPortaal.Audit;

/// <summary>A record as it stands in the trail.</summary>
/// <param name="Node">The node that wrote it.</param>
/// <param name="Sequence">Its place in that node's chain, from 1.</param>
/// <param name="Record">What was recorded.</param>
/// <param name="Hash">Its hash in the chain, in lower-case hexadecimal.</param>
public sealed record StoredAuditRecord(string Node, long Sequence, AuditRecord Record, string Hash)
{
    /// <summary>
    /// False when its payload is no record any more: then only node, sequence, hash and the time of its column are known, and
    /// <see cref="Record"/> says nothing.
    /// </summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Its place among the records of all nodes.</summary>
    public AuditPlace Place => new(Record.Time, Node, Sequence);
}
