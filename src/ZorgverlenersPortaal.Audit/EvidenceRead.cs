namespace ZorgverlenersPortaal.Audit;

/// <summary>A record of evidence as the trail holds it now.</summary>
/// <param name="Frozen">What it was.</param>
/// <param name="State">Whether it is that still.</param>
/// <param name="Stored">What stands there; null when it is gone or cannot be understood.</param>
public sealed record EvidenceRead(FrozenRecord Frozen, EvidenceState State, StoredAuditRecord? Stored);
