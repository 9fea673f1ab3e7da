namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>The numbers of a reference range, digit for digit; one of both may be missing.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Unit">The unit of both, as the source wrote it; null when it wrote none.</param>
public sealed record RangeLimits(string? Low, string? High, string? Unit);
