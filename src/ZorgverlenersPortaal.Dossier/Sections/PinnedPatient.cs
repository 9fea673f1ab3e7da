using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A patient whom a doctor pinned or opened last.</summary>
/// <param name="Who">Who it is.</param>
/// <param name="Pin">Pinned, or when opened.</param>
/// <param name="Stay">The stay by which she stands on the list too; null when she does not.</param>
/// <param name="Directives">Treatment limitations: no row goes without.</param>
public sealed record PinnedPatient(PatientLine Who, Pin Pin, Admission? Stay, DirectiveSummary Directives);
