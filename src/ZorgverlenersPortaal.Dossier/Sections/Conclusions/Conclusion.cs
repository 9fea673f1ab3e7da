using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>One conclusion with its policy: text in parts, or a document to open.</summary>
public sealed record Conclusion
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The EPD's words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was written, as written.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>State of the text; <see cref="DocumentStates.Text"/> in Dutch.</summary>
    public DocumentState State { get; init; }

    /// <summary>The text, when the EPD gives it in sections.</summary>
    public IReadOnlyList<ConclusionPart> Parts { get; init; } = [];

    /// <summary>The document, when it is one; opens as a letter does.</summary>
    public Letter? Letter { get; init; }

    /// <summary>A newer one took its place: never to be shown as in force.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>Only that it is a report, and when, may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
