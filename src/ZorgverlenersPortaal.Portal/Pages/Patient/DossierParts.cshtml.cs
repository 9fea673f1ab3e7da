using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Team;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Allergies, alerts, conclusion and policy, diagnoses, directives, and who is involved.</summary>
public sealed class DossierParts(RecordOpening opening, ILogger<DossierParts> logger) : RecordPage(opening, logger)
{
    /// <summary>Allergies.</summary>
    public PendingSection<IReadOnlyList<Allergy>> Allergies { get; private set; } = null!;

    /// <summary>Alerts.</summary>
    public PendingSection<IReadOnlyList<Alert>> Alerts { get; private set; } = null!;

    /// <summary>Conclusion and policy.</summary>
    public PendingSection<ConclusionList> Conclusions { get; private set; } = null!;

    /// <summary>Diagnoses.</summary>
    public PendingSection<IReadOnlyList<Diagnosis>> Diagnoses { get; private set; } = null!;

    /// <summary>Every treatment directive, ended ones too.</summary>
    public PendingSection<IReadOnlyList<TreatmentDirective>> Directives => Record.Directives;

    /// <summary>Who treats the patient, and whom of her own to call.</summary>
    public PendingSection<TeamOverview> Team { get; private set; } = null!;

    /// <inheritdoc />
    public override string Part => "dossier";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Allergies = Dossier.ReadAllergies(grant, cancellation);
        Alerts = Dossier.ReadAlerts(grant, cancellation);
        Conclusions = Dossier.StartConclusions(grant, cancellation);
        Diagnoses = Dossier.ReadDiagnoses(grant, cancellation);
        Team = Dossier.ReadTeam(grant, cancellation);
        return Dossier.StartRecord(grant, cancellation);
    }
}
