namespace ZorgverlenersPortaal.Audit;

/// <summary>The first fault of one node's trail.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Node">The node whose trail it is.</param>
/// <param name="Sequence">The record it is about; for a forged checkpoint the size it claims, or 0.</param>
/// <param name="Detail">What was seen, in one sentence, without personal data.</param>
public sealed record TrailFinding(TrailFault Kind, string Node, long Sequence, string Detail);
