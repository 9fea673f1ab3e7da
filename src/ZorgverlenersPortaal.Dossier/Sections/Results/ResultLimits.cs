namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>How many are shown, and from which day on; null for all.</summary>
internal sealed record ResultLimits(int Most, DateOnly? Since);
