using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>The summary of a record that is being read: its sections, each to be had only through its own record.</summary>
public sealed class DossierReading : RecordReading
{
    internal DossierReading(
        PatientGrant grant, Task<Section<IReadOnlyList<TreatmentDirective>>> directives, Task<Section<IReadOnlyList<Admission>>> admissions)
        : base(grant, directives, admissions)
    {
    }

    /// <summary>Diagnoses.</summary>
    public required PendingSection<IReadOnlyList<Diagnosis>> Diagnoses { get; init; }

    /// <summary>Allergies.</summary>
    public required PendingSection<IReadOnlyList<Allergy>> Allergies { get; init; }

    /// <summary>Letters.</summary>
    public required PendingSection<LetterShelf> Letters { get; init; }
}
