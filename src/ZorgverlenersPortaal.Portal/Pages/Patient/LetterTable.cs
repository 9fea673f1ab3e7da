using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The letters that were asked for, with their addresses.</summary>
/// <param name="Search">What was asked for and found.</param>
/// <param name="Handle">The patient's handle.</param>
/// <param name="Address">Address of a letter in force.</param>
/// <param name="EarlierAddress">Address of an earlier version.</param>
public sealed record LetterTable(LetterSearch Search, string Handle, Func<Letter, string> Address, Func<Letter, string> EarlierAddress)
{
    /// <summary>Which of them are new.</summary>
    public NewMarks News { get; init; } = NewMarks.None;
}
