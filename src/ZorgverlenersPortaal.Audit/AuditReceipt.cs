namespace ZorgverlenersPortaal.Audit;

/// <summary>Where a durable record stands: the proof that bytes may be shown (R2).</summary>
/// <param name="Node">The node whose chain holds it.</param>
/// <param name="Sequence">Its place in that chain, from 1.</param>
public sealed record AuditReceipt(string Node, long Sequence);
