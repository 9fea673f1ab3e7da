using System.Globalization;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A patient's letters, narrowed by words, kind and specialty; nothing leaves the page for it.</summary>
public sealed class LetterSearch
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo _dutch = CultureInfo.GetCultureInfo("nl-NL").CompareInfo;

    /// <summary>Narrows the shelf; what is null or empty narrows nothing.</summary>
    public LetterSearch(LetterShelf shelf, string? words, string? kind, string? specialty)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        (Shelf, Words, Kind, Specialty) = (shelf, words?.Trim() ?? "", kind ?? "", specialty ?? "");
        Kinds = Distinct(shelf.Letters.Select(letter => letter.Kind));
        Specialties = Distinct(shelf.Letters.Select(letter => letter.Specialty));
        Found = [.. shelf.Letters.Where(Matches)];
    }

    /// <summary>All letters, and what is not shown of them.</summary>
    public LetterShelf Shelf { get; }

    /// <summary>What was asked for; empty when nothing.</summary>
    public string Words { get; }

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

    private bool Matches(Letter letter) =>
        (Kind.Length == 0 || letter.Kind == Kind)
        && (Specialty.Length == 0 || letter.Specialty == Specialty)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Texts(letter).Any(text => _dutch.IndexOf(text, word, Loosely) >= 0));

    private static IEnumerable<string> Texts(Letter letter) =>
        new[] { letter.Title, letter.Kind, letter.Specialty, letter.Author, letter.Date?.Date }.OfType<string>();

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> words) => [.. words.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), false))];
}
