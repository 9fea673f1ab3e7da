using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>A record as it was at a moment, under way: its sections, each to be had only through its own record (R2).</summary>
public sealed record PastReading
{
    /// <summary>Admissions.</summary>
    public required PendingSection<PastPart<Admission>> Admissions { get; init; }

    /// <summary>Treatment directives, in force then or not.</summary>
    public required PendingSection<PastPart<TreatmentDirective>> Directives { get; init; }

    /// <summary>Diagnoses.</summary>
    public required PendingSection<PastPart<Diagnosis>> Diagnoses { get; init; }

    /// <summary>Allergies.</summary>
    public required PendingSection<PastPart<Allergy>> Allergies { get; init; }

    /// <summary>Medication in use then, not to be given, or unclear.</summary>
    public required PendingSection<PastPart<Medicine>> Medication { get; init; }
}
