using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A record that is being read: its sections, each to be had only through its own record.</summary>
public sealed class DossierReading
{
    internal DossierReading(PatientGrant grant, Task<Section<IReadOnlyList<TreatmentDirective>>> directives)
    {
        Grant = grant;
        DirectivesRead = directives;
    }

    /// <summary>Why it may be read, and by whom.</summary>
    public PatientGrant Grant { get; }

    /// <summary>Admissions, newest first.</summary>
    public required PendingSection<IReadOnlyList<Admission>> Admission { get; init; }

    /// <summary>Every treatment directive, ended ones too.</summary>
    public required PendingSection<IReadOnlyList<TreatmentDirective>> Directives { get; init; }

    /// <summary>Diagnoses.</summary>
    public required PendingSection<IReadOnlyList<Diagnosis>> Diagnoses { get; init; }

    /// <summary>Allergies.</summary>
    public required PendingSection<IReadOnlyList<Allergy>> Allergies { get; init; }

    /// <summary>Letters.</summary>
    public required PendingSection<LetterShelf> Letters { get; init; }

    internal Task<Section<IReadOnlyList<TreatmentDirective>>> DirectivesRead { get; }
}
