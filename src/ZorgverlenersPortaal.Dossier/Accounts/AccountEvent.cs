using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>One thing that happened to an account.</summary>
/// <param name="Time">When.</param>
/// <param name="Event">What, as the trail has it.</param>
/// <param name="By">Name of who did it; null for somebody without a card.</param>
/// <param name="Changes">What was and what became.</param>
public sealed record AccountEvent(DateTimeOffset Time, AuditEventType Event, string? By, IReadOnlyList<AuditChange> Changes);
