using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Medication: what changed during the last stay, and what is in use, stopped, planned, supplied and given.</summary>
public sealed class Medicatie(RecordOpening opening, ILogger<Medicatie> logger) : RecordPage(opening, logger)
{
    /// <summary>The medication.</summary>
    public PendingSection<MedicineOverview> Medication { get; private set; } = null!;

    /// <summary>Admissions: what changed is told of the last one; null when that is not asked for.</summary>
    public PendingSection<IReadOnlyList<Admission>>? Admissions => Shows("wijzigingen") ? Record.Admission : null;

    /// <inheritdoc />
    public override string Part => "medicatie";

    /// <summary>What changed during the present or last stay; null when there is none to compare with.</summary>
    public static StayChanges? Changes(MedicineOverview? medication, IReadOnlyList<Admission>? admissions)
    {
        var stay = admissions?.FirstOrDefault(a => a is { IsNotUnderstood: false, Start.Day: not null } && (a.State.IsAdmitted() || a.State.IsDischarged()));
        if (medication is null || stay is null)
        {
            return null;
        }
        try
        {
            return new(stay, medication.ChangesDuring(stay));
        }
        catch (ArgumentException)
        {
            // A stay in a year that cannot be: there is nothing to hold the medication against.
            return null;
        }
    }

    /// <inheritdoc />
    public override bool StandsAlone(string section) => section is "wijzigingen" or "medicatie";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Medication = Dossier.ReadMedication(grant, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
