namespace ZorgverlenersPortaal.Audit;

/// <summary>A record as evidence: where it stands and which hash it had when it was put aside.</summary>
/// <param name="Node">The node that wrote it.</param>
/// <param name="Sequence">Its place in that node's chain, from 1.</param>
/// <param name="Hash">Its hash then, in lower-case hexadecimal.</param>
public sealed record FrozenRecord(string Node, long Sequence, string Hash)
{
    /// <summary>As evidence from now on.</summary>
    public static FrozenRecord Of(StoredAuditRecord stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new(stored.Node, stored.Sequence, stored.Hash);
    }

    /// <summary>"node1/184311".</summary>
    public string Place => FormattableString.Invariant($"{Node}/{Sequence}");
}
