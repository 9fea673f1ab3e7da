namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One letter in the list.</summary>
public sealed record Letter
{
    /// <summary>The DocumentReference's id at the EPD; leaves the portal only inside a handle.</summary>
    public required string Id { get; init; }

    /// <summary>Title or kind, in the EPD's words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made, as written.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>Specialty or department.</summary>
    public string? Specialty { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Preliminary: its content may still change.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>A PDF that the portal can open.</summary>
    public bool CanOpen { get; init; }

    /// <summary>Cannot be shown safely (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
