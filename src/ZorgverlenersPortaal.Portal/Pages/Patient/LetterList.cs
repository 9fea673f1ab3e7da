using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Letters with the addresses they open at.</summary>
/// <param name="Letters">The list; null when it may not be shown.</param>
/// <param name="Address">Address of one letter.</param>
public sealed record LetterList(IReadOnlyList<Letter>? Letters, Func<Letter, string> Address);
