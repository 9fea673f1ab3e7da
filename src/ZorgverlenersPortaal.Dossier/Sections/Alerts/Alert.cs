namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>A warning about the patient, such as carrying MRSA or a raised risk of falling.</summary>
public sealed record Alert
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Does it hold now? <see cref="AlertStates.Text"/> in Dutch.</summary>
    public required AlertState State { get; init; }

    /// <summary>What it is about; only "Signalering" when <see cref="IsNotUnderstood"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Infection, isolation or other, by the hospital's lists.</summary>
    public AlertKind Kind { get; init; }

    /// <summary>The EPD's words for the kind.</summary>
    public string? Category { get; init; }

    /// <summary>What must be known with it, in the EPD's words.</summary>
    public string? Comment { get; init; }

    /// <summary>Since when, as written.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>Until when, as written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>Who wrote it down.</summary>
    public string? Author { get; init; }

    /// <summary>Only that there is an alert, and when, may be shown (R10). It never counts as ended.</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The problem it is about is a resource that was shown for its words; null when none was needed.</summary>
    internal string? DetailSource { get; init; }

    /// <summary>Must be reckoned with now.</summary>
    public bool IsCurrent => State.IsCurrent();
}
