namespace ZorgverlenersPortaal.Audit;

/// <summary>How the trail of this node stands, for the readiness check and for metrics.</summary>
/// <param name="Size">The sequence of the last durable record, 0 when there is none.</param>
/// <param name="CheckpointedThrough">The sequence the last signed checkpoint covers, 0 when there is none.</param>
/// <param name="WriteFault">Why the last write failed, or null when it succeeded.</param>
/// <param name="CheckpointFault">Why the last checkpoint failed, or null when it succeeded.</param>
public sealed record AuditTrailHealth(long Size, long CheckpointedThrough, string? WriteFault, string? CheckpointFault);
