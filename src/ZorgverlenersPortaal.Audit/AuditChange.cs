namespace ZorgverlenersPortaal.Audit;

/// <summary>One value that an act changed.</summary>
/// <param name="Field">What changed, coded, such as agb.</param>
/// <param name="Before">What it was; null when there was none.</param>
/// <param name="After">What it is; null when there is none any more.</param>
public sealed record AuditChange(string Field, string? Before, string? After);
