namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>What was found, and what could not be searched: nobody may read "nothing found" as more than it is (R7).</summary>
public sealed record LettersFound
{
    /// <summary>All letters.</summary>
    public required LetterShelf Shelf { get; init; }

    /// <summary>Ids of those in which every word was found.</summary>
    public required IReadOnlySet<string> Found { get; init; }

    /// <summary>PDFs whose text was searched.</summary>
    public int SearchedPdfs { get; init; }

    /// <summary>PDFs left out: more than are read for one search, or too large, or out of time.</summary>
    public int LeftOut { get; init; }

    /// <summary>PDFs that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>PDFs were asked for, but the hospital has switched that off or the program is not there.</summary>
    public bool IsPdfOff { get; init; }

    /// <summary>What was read beside the documents, as <c>Type/id</c>.</summary>
    internal IReadOnlyList<string> AlsoRead { get; init; } = [];
}
