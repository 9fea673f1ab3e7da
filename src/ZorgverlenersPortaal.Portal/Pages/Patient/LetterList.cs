using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Letters with the addresses they open at.</summary>
/// <param name="Shelf">The letters; null when they may not be shown.</param>
/// <param name="Address">Address of one letter.</param>
/// <param name="AllAddress">Address of the page with all of them.</param>
public sealed record LetterList(LetterShelf? Shelf, Func<Letter, string> Address, string AllAddress)
{
    /// <summary>Which of them are new.</summary>
    public NewMarks News { get; init; } = NewMarks.None;
}
