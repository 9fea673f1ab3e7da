using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Team;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Allergies, alerts, conclusion and policy, diagnoses, directives, and who is involved.</summary>
public sealed class DossierParts(RecordOpening opening, ILogger<DossierParts> logger) : RecordPage(opening, logger)
{
    /// <summary>Allergies; null when not asked for, as are the others.</summary>
    public PendingSection<IReadOnlyList<Allergy>>? Allergies { get; private set; }

    /// <summary>Alerts.</summary>
    public PendingSection<IReadOnlyList<Alert>>? Alerts { get; private set; }

    /// <summary>Conclusion and policy.</summary>
    public PendingSection<ConclusionList>? Conclusions { get; private set; }

    /// <summary>Diagnoses.</summary>
    public PendingSection<IReadOnlyList<Diagnosis>>? Diagnoses { get; private set; }

    /// <summary>Every treatment directive, ended ones too.</summary>
    public PendingSection<IReadOnlyList<TreatmentDirective>>? Directives => Shows("behandelaanwijzingen") ? Record.Directives : null;

    /// <summary>Who treats the patient, and whom of her own to call.</summary>
    public PendingSection<TeamOverview>? Team { get; private set; }

    /// <inheritdoc />
    public override string Part => "dossier";

    /// <inheritdoc />
    public override bool StandsAlone(string section) =>
        section is "allergieen" or "waarschuwingen" or "behandelaanwijzingen" or "beleid" or "diagnoses" or "betrokkenen";

    /// <inheritdoc />
    protected override RecordReading Start(PatientGrant grant, CancellationToken cancellation)
    {
        Allergies = Shows("allergieen") ? Dossier.ReadAllergies(grant, cancellation) : null;
        Alerts = Shows("waarschuwingen") ? Dossier.ReadAlerts(grant, cancellation) : null;
        Conclusions = Shows("beleid") ? Dossier.StartConclusions(grant, cancellation) : null;
        Diagnoses = Shows("diagnoses") ? Dossier.ReadDiagnoses(grant, cancellation) : null;
        Team = Shows("betrokkenen") ? Dossier.ReadTeam(grant, cancellation) : null;
        return Dossier.StartRecord(grant, cancellation);
    }
}
