namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>One unlawful look, or one unlawful day of a doctor.</summary>
/// <param name="Story">Which.</param>
/// <param name="Uzi">By whom.</param>
/// <param name="Patient">Of whom; null for a day as a whole.</param>
/// <param name="Day">When.</param>
internal sealed record Planted(Story Story, string Uzi, string? Patient, DateOnly Day);
