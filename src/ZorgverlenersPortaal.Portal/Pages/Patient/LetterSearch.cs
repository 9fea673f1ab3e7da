using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A patient's letters, narrowed by what was found of the words, by kind and by specialty.</summary>
public sealed class LetterSearch
{
    /// <summary>Narrows the shelf; what is null or empty narrows nothing.</summary>
    public LetterSearch(LetterShelf shelf, (string Words, LettersFound? Found) words, string? kind, string? specialty)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        (Shelf, Words, Report, Kind, Specialty) = (shelf, words.Words, words.Found, kind ?? "", specialty ?? "");
        Kinds = Distinct(shelf.Letters.Select(letter => letter.Kind));
        Specialties = Distinct(shelf.Letters.Select(letter => letter.Specialty));
        Found = [.. shelf.Letters.Where(Matches)];
    }

    /// <summary>All letters, and what is not shown of them.</summary>
    public LetterShelf Shelf { get; }

    /// <summary>What was asked for; empty when nothing.</summary>
    public string Words { get; }

    /// <summary>What was searched for the words; null when nothing was asked.</summary>
    public LettersFound? Report { get; }

    /// <summary>The PDFs were to be searched too.</summary>
    public bool InPdfs { get; init; }

    /// <summary>The kind that was asked for; empty for all.</summary>
    public string Kind { get; }

    /// <summary>The specialty that was asked for; empty for all.</summary>
    public string Specialty { get; }

    /// <summary>Kinds among the letters.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Specialties among the letters.</summary>
    public IReadOnlyList<string> Specialties { get; }

    /// <summary>The letters that match, newest first.</summary>
    public IReadOnlyList<Letter> Found { get; }

    /// <summary>What to say when nothing matches: names the specialty, when it is one of these letters and not what somebody typed.</summary>
    public string NothingFound => Specialties.Contains(Specialty, StringComparer.Ordinal) ? $"Geen brief van {Specialty} past hierbij" : "Geen brief past hierbij";

    private bool Matches(Letter letter) =>
        (Kind.Length == 0 || letter.Kind == Kind)
        && (Specialty.Length == 0 || letter.Specialty == Specialty)
        && (Report is null || Report.Found.Contains(letter.Id));

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> words) => [.. words.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), false))];
}
