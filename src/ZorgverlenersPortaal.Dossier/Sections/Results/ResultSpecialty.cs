namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>The results of one group, newest first. A result that belongs to a report stands in it only.</summary>
public sealed record ResultSpecialty(ResultGroup Group, IReadOnlyList<ResultReport> Reports, IReadOnlyList<TestResult> Results);
