using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>One record of medication as the EPD has it: an agreement, use, a supply or an administration.</summary>
public sealed record Medicine
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What it is; <see cref="MedicineKinds.Text"/> in Dutch.</summary>
    public required MedicineKind Kind { get; init; }

    /// <summary>How it stands.</summary>
    public required MedicineState State { get; init; }

    /// <summary>The state in Dutch, with the date of a stop.</summary>
    public required string StateText { get; init; }

    /// <summary>The product in the EPD's words, or "onbekend middel".</summary>
    public required string Name { get; init; }

    /// <summary>The product could not be found.</summary>
    public bool IsNameUnknown { get; init; }

    /// <summary>How it is to be used, or what was given, in the EPD's words or built from its codes only; null when it does not say.</summary>
    public string? Dosage { get; init; }

    /// <summary>Dosage holds no dosage, but that it cannot be shown safely.</summary>
    public bool IsDosageUnsafe { get; init; }

    /// <summary>What the patient was told, in the EPD's words.</summary>
    public string? PatientInstruction { get; init; }

    /// <summary>The dosage is a cycle of this length, as written.</summary>
    public string? Cycle { get; init; }

    /// <summary>From when, or when it was given or supplied, as written.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>Until when, as written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>For how long, as written.</summary>
    public string? Duration { get; init; }

    /// <summary>Why the start or end is missing, in Dutch, where the EPD says so.</summary>
    public string? PeriodMissing { get; init; }

    /// <summary>When it was agreed, asked or said, as written.</summary>
    public WrittenDate? Recorded { get; init; }

    /// <summary>Who prescribed, supplied or gave it.</summary>
    public string? By { get; init; }

    /// <summary>What it is for.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it stands as it does: stopped, put off, not given.</summary>
    public string? StateReason { get; init; }

    /// <summary>What kind of stop, in the EPD's words; not null exactly for an agreement to stop.</summary>
    public string? StopType { get; init; }

    /// <summary>How much was or is to be supplied, as written.</summary>
    public string? Amount { get; init; }

    /// <summary>Made for the discharge.</summary>
    public bool IsForDischarge { get; init; }

    /// <summary>Remarks of the EPD.</summary>
    public IReadOnlyList<Remark> Notes { get; init; } = [];

    /// <summary>What a doctor must not miss, in Dutch: another record that says otherwise.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Only the kind and the date may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    internal bool IsStop => StopType is not null;

    /// <summary>What one treatment's agreements have in common; null when not given.</summary>
    internal string? Treatment { get; init; }

    /// <summary>The product's codes as <c>system|code</c>, and its own reference.</summary>
    internal IReadOnlyList<string> Products { get; init; } = [];

    internal UseSpan Span { get; init; } = new();

    /// <summary>The date of a stop, or of the end of the period.</summary>
    internal FhirDateTime? EndDate { get; init; }

    internal string? EncounterId { get; init; }

    /// <summary>The product's resource, which is shown too.</summary>
    internal string? ProductSource { get; init; }
}
