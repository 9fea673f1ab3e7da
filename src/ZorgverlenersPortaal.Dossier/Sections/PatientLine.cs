using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Who a line of a list is about.</summary>
public record PatientLine
{
    /// <summary>The patient's id at the EPD; leaves the portal only inside a handle.</summary>
    public required string PatientId { get; init; }

    /// <summary>Surname first.</summary>
    public required string Name { get; init; }

    /// <summary>As written.</summary>
    public WrittenDate? BirthDate { get; init; }

    /// <summary>Dutch word.</summary>
    public required string Sex { get; init; }

    /// <summary>The EPD says she has died.</summary>
    public bool IsDeceased { get; init; }

    /// <summary>The EPD no longer uses this record, and names no other in its place: it may be out of date.</summary>
    public bool IsInactive { get; init; }

    internal static PatientLine Of(Patient patient) => new()
    {
        PatientId = patient.Id!,
        Name = PersonNames.ForList(patient.Names),
        BirthDate = WrittenDate.Of(patient.BirthDate),
        Sex = PatientBannerReader.Sex(patient.Gender),
        IsDeceased = patient.IsDeceased,
        IsInactive = patient.Active is false,
    };
}
