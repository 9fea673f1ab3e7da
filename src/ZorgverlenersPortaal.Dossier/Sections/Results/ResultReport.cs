namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A report of a laboratory, pathologist, radiologist or another: words, results, documents.</summary>
public sealed record ResultReport
{
    /// <summary><c>DiagnosticReport/id</c> at the EPD; leaves the portal only inside a handle.</summary>
    public required string Source { get; init; }

    /// <summary>What was examined; only "Verslag" when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>When it was taken or made, as written.</summary>
    public WrittenDate? Effective { get; init; }

    /// <summary>When it ended, of one that took a period.</summary>
    public WrittenDate? EffectiveEnd { get; init; }

    /// <summary>When this version was made known.</summary>
    public WrittenDate? Issued { get; init; }

    /// <summary>The laboratory or department.</summary>
    public IReadOnlyList<ResultContact> Performers { get; init; } = [];

    /// <summary>Who judged it.</summary>
    public IReadOnlyList<ResultContact> Interpreters { get; init; } = [];

    /// <summary>Who asked for it; null where that is told of the whole it is a part of, or may not be shown (R10).</summary>
    public ResultOrder? Order { get; init; }

    /// <summary>The material.</summary>
    public IReadOnlyList<ResultSpecimen> Specimens { get; init; } = [];

    /// <summary>The text of the report, without mark-up and with its line breaks; to be encoded like any text.</summary>
    public string? Conclusion { get; init; }

    /// <summary>Why there is no text, in Dutch, when the EPD says so.</summary>
    public string? Missing { get; init; }

    /// <summary>The conclusion in codes.</summary>
    public IReadOnlyList<string> ConclusionCodes { get; init; } = [];

    /// <summary>The results it is about.</summary>
    public IReadOnlyList<TestResult> Results { get; init; } = [];

    /// <summary>Its documents.</summary>
    public IReadOnlyList<ResultAttachment> Attachments { get; init; } = [];

    /// <summary>There are images, which the portal does not show.</summary>
    public bool HasImages { get; init; }

    /// <summary>Whether the patient sees it; null when the EPD does not say.</summary>
    public PatientView? PatientView { get; init; }

    /// <summary>Cannot be shown safely (R10): only its kind and dates are given.</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The moment to sort by; null when nothing is written.</summary>
    internal DateTimeOffset? At => (Effective ?? Issued)?.Earliest;
}
