namespace ZorgverlenersPortaal.Audit;

/// <summary>The part of the trails to verify: every record between the first and the last that happened in it.</summary>
/// <param name="From">Not before this moment.</param>
/// <param name="Until">Before this moment.</param>
public sealed record VerificationPeriod(DateTimeOffset From, DateTimeOffset Until);
