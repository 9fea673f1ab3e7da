using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>A patient's letters, and what is not shown of them.</summary>
public sealed record LetterShelf
{
    /// <summary>The letters in force, newest first, without date last; each holds its earlier versions.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>Replaced letters whose newer version is not shown or not known: never to be shown as in force.</summary>
    public IReadOnlyList<Letter> Replaced { get; init; } = [];

    /// <summary>How many letters in force are left out here because they are older than those in <see cref="Letters"/>; on their own page they are not.</summary>
    public int More { get; init; }

    /// <summary>The letters in force with their earlier versions, those that <see cref="More"/> counts as well, as things that can be new: no content.</summary>
    public IReadOnlyList<SeenItem> Everything { get => field ?? [.. Letters.SelectMany(SeenOf)]; private init; }

    /// <summary>Documents withheld for their label (<c>Letters:WithheldLabels</c>); to be announced (R7).</summary>
    public int Withheld { get; init; }

    /// <summary>Letters from before <see cref="Since"/>; to be announced with <see cref="AskAt"/>.</summary>
    public int Older { get; init; }

    /// <summary>First day of which letters are shown.</summary>
    public DateOnly Since { get; init; }

    /// <summary>Dutch: where to ask for what is not shown.</summary>
    public string AskAt { get; init; } = "";

    /// <summary>Only the newest, for a summary: what is left out is counted.</summary>
    internal LetterShelf Newest(int count) => count >= Letters.Count
        ? this
        : this with { Everything = Everything, Letters = [.. Letters.Take(count)], Replaced = [], More = Letters.Count - count };

    /// <summary>A letter with its earlier versions, the letter itself first.</summary>
    public static IEnumerable<SeenItem> SeenOf(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return letter.Earlier.Prepend(letter).Select(one => one.Seen);
    }

    internal IEnumerable<string> Sources => Letters.SelectMany(l => l.Earlier.Prepend(l)).Concat(Replaced).Select(l => l.Source);
}
