namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>What was done in one line of a report; the same act of one day stands once.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Category">The section of the record, where there is one.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record OverviewAct(AuditEventType Event, string? Category, AuditOutcome Outcome);
