namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>One letter to read, with the letters beside it in the list.</summary>
public sealed record LetterView
{
    /// <summary>The letter, with its earlier versions; null when the EPD no longer has it in force for this patient.</summary>
    public Letter? Letter { get; init; }

    /// <summary>The next newer letter in the list.</summary>
    public Letter? Newer { get; init; }

    /// <summary>The next older letter in the list.</summary>
    public Letter? Older { get; init; }

    /// <summary>Its words as plain text, where the EPD has them beside the PDF; never markup.</summary>
    public string? Text { get; init; }

    /// <summary>Who wrote it and how to call; null when the EPD does not say or could not be asked.</summary>
    public LetterContact? Writer { get; init; }

    /// <summary>The EPD has words, but they cannot be shown safely or could not be fetched.</summary>
    public bool IsTextGone { get; init; }

    /// <summary>What was read beside the documents, as <c>Type/id</c>.</summary>
    internal IReadOnlyList<string> AlsoRead { get; init; } = [];

    internal IEnumerable<string> Sources =>
        new[] { Letter, Newer, Older }.OfType<Letter>().Concat(Letter?.Earlier ?? []).Select(l => l.Source).Concat(AlsoRead);
}
