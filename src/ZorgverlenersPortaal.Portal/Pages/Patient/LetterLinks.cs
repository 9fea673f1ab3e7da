using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Letters that stand under what they are about.</summary>
/// <param name="Letters">Newest first.</param>
/// <param name="IsMissing">The letters could not be fetched, or not for this role: nobody may say that there are none (R7).</param>
/// <param name="Address">Address of one of them.</param>
public sealed record LetterLinks(IReadOnlyList<Letter> Letters, bool IsMissing, Func<Letter, string> Address);
