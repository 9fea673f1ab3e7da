namespace ZorgverlenersPortaal.Audit;

/// <summary>What a verification saw, per node in the order of their names.</summary>
public sealed record VerificationReport(IReadOnlyList<NodeVerification> Nodes)
{
    /// <summary>True when there is at least one trail and none has a fault: an empty folder proves nothing.</summary>
    public bool IsIntact => Nodes.Count > 0 && FirstFault is null;

    /// <summary>The first fault of the first node that has one, or null.</summary>
    public TrailFinding? FirstFault => Nodes.Select(node => node.Fault).FirstOrDefault(fault => fault is not null);
}
