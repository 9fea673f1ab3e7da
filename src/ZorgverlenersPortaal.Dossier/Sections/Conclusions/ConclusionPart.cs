namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>One section of a report, as plain text.</summary>
public sealed record ConclusionPart
{
    /// <summary>Heading, in the EPD's words.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text with line breaks; null when there is none, or none that may be shown.</summary>
    public string? Text { get; init; }

    /// <summary>Why it is empty, in the EPD's words.</summary>
    public string? EmptyReason { get; init; }

    /// <summary>The section names entries in the EPD that are not shown here.</summary>
    public bool HasMore { get; init; }

    /// <summary>The text holds what cannot be shown safely, or is about someone else (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
