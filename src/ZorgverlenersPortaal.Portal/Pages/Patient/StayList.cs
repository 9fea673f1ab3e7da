using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Admissions with the letters about each.</summary>
/// <param name="Admissions">Newest first.</param>
/// <param name="Letters">The letters of one.</param>
/// <param name="Terms">How the letters of a discharge stand; null where there is no clock.</param>
public sealed record StayList(IReadOnlyList<Admission> Admissions, Func<Admission, LetterLinks> Letters, Func<Admission, DischargeTerms?> Terms);
