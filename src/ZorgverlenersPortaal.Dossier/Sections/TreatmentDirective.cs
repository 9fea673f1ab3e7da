namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One treatment directive as the EPD has it (zib TreatmentDirective2, fhir.md §1.5).</summary>
public sealed record TreatmentDirective
{
    /// <summary>What kind of statement it is.</summary>
    public required DirectiveDecision Decision { get; init; }

    /// <summary>The whole statement in full words, e.g. "Niet reanimeren" (never "NR").</summary>
    public required string Text { get; init; }

    /// <summary>In force now. An ended or withdrawn one is shown apart, never in the banner.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Not yet confirmed (draft, proposed): shown with that word.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Remark, such as "geldt tot aan ontslag".</summary>
    public string? Comment { get; init; }

    /// <summary>When it was last discussed, as written.</summary>
    public WrittenDate? Discussed { get; init; }

    /// <summary>Until when it holds, as written.</summary>
    public WrittenDate? Until { get; init; }

    /// <summary>Why it ended.</summary>
    public string? ReasonForEnding { get; init; }

    /// <summary>With whom it was agreed.</summary>
    public string? AgreedWith { get; init; }
}
