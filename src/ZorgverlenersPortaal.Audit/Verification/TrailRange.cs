namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The sequences of a part of a trail; empty when <paramref name="Last"/> is one before <paramref name="First"/>.</summary>
internal sealed record TrailRange(long First, long Last);
