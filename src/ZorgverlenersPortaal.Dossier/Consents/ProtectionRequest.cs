namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Whom the office wants to put on the list.</summary>
public sealed record ProtectionRequest
{
    /// <summary>Why.</summary>
    public required ProtectionKind Kind { get; init; }

    /// <summary>The patient's id at the EPD; this or the BSN must be there, best both.</summary>
    public string? PatientId { get; init; }

    /// <summary>The patient's BSN.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>The one doctor or practice the objection is about; null: everyone.</summary>
    public AgbCode? Against { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Last day, in the hospital's time zone; null: until it is ended.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Without the patient, so that an accidental interpolation shows nobody's number (R6).</summary>
    public override string ToString() => $"{Kind}";
}
