namespace ZorgverlenersPortaal.Audit;

/// <summary>What a search found, newest first.</summary>
/// <param name="Records">The records.</param>
/// <param name="Older">Where to go on for older ones; null when all were looked at.</param>
/// <param name="IsCut">The search stopped because it had read as much as it may, and not because the page was full.</param>
public sealed record AuditPage(IReadOnlyList<StoredAuditRecord> Records, AuditPlace? Older, bool IsCut);
