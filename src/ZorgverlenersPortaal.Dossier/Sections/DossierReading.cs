using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>The summary of a record that is being read: its sections, each to be had only through its own record.</summary>
public sealed class DossierReading : RecordReading
{
    internal DossierReading(
        PatientGrant grant, Task<Section<IReadOnlyList<TreatmentDirective>>> directives, Task<Section<IReadOnlyList<Admission>>> admissions)
        : base(grant, directives, admissions)
    {
    }

    /// <summary>The newest conclusion and policy.</summary>
    public required PendingSection<ConclusionList> Conclusion { get; init; }

    /// <summary>Alerts that hold now.</summary>
    public required PendingSection<IReadOnlyList<Alert>> Alerts { get; init; }

    /// <summary>Medication in use.</summary>
    public required PendingSection<MedicinesInUse> Medication { get; init; }

    /// <summary>The next appointments.</summary>
    public required PendingSection<AppointmentBook> Appointments { get; init; }

    /// <summary>Diagnoses.</summary>
    public required PendingSection<IReadOnlyList<Diagnosis>> Diagnoses { get; init; }

    /// <summary>What the laboratory marked of late.</summary>
    public required PendingSection<AbnormalResults> Abnormal { get; init; }

    /// <summary>Allergies.</summary>
    public required PendingSection<IReadOnlyList<Allergy>> Allergies { get; init; }

    /// <summary>The newest letters.</summary>
    public required PendingSection<LetterShelf> Letters { get; init; }

    /// <summary>Says that the whole summary is shown, in its own order: sections that lie ready together are recorded together.</summary>
    public void ShowsAll() => SectionInTurn.Line(Admission, Conclusion, Directives, Abnormal, Diagnoses, Alerts, Allergies, Medication, Letters, Appointments);
}
