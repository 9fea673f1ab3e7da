using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Admissions with the letters about each.</summary>
/// <param name="Admissions">Newest first.</param>
/// <param name="Letters">The letters of one.</param>
public sealed record StayList(IReadOnlyList<Admission> Admissions, Func<Admission, LetterLinks> Letters);
