namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Who the patient is, with the treatment limitations: on every page of the record.</summary>
public sealed record PatientBanner
{
    /// <summary>Surname first, e.g. "Velden-Bakker, J.M. van der".</summary>
    public required string Name { get; init; }

    /// <summary>First name she is called by.</summary>
    public string? CallName { get; init; }

    /// <summary>As written; may be partial or absent.</summary>
    public WrittenDate? BirthDate { get; init; }

    /// <summary>Dutch word, or "geslacht onbekend".</summary>
    public required string Sex { get; init; }

    /// <summary>For the page, masked, and for the trail; null when the EPD has none that is valid.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>Street, postal code and town on one line.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The EPD says she has died.</summary>
    public bool IsDeceased { get; init; }

    /// <summary>When, as written, where known.</summary>
    public WrittenDate? Deceased { get; init; }

    /// <summary>Treatment limitations.</summary>
    public required DirectiveSummary Directives { get; init; }

    /// <summary>A second record of the same person exists at the EPD.</summary>
    public bool HasSecondRecord { get; init; }

    /// <summary>The EPD marks the patient in a way the portal does not know: who she is must be checked elsewhere (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The EPD no longer uses this record, and names no other in its place: it may be out of date.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Where she lies now.</summary>
    public PatientStay Stay { get; init; } = PatientStay.None;

    /// <summary>When the EPD gave it.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
