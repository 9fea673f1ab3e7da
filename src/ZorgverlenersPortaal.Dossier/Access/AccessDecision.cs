using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>One decision, with what it rests on. The same object goes to the page, to the trail and into tests.</summary>
public sealed record AccessDecision
{
    private AccessDecision(AccessRuling ruling, IReadOnlyList<AuditFact> facts) => (Ruling, Facts) = (ruling, facts);

    /// <summary>What the rules said of the facts.</summary>
    public AccessRuling Ruling { get; }

    /// <summary>What the EPD, the account and the settings said, with source and time.</summary>
    public IReadOnlyList<AuditFact> Facts { get; }

    /// <summary>The patient's id at the EPD, where one is known.</summary>
    public string? PatientId { get; init; }

    /// <summary>The patient's BSN for the trail, where one is known.</summary>
    public string? PatientBsn { get; init; }

    /// <summary>The delegation it rests on, if any.</summary>
    public DelegationStanding? Delegation { get; init; }

    /// <summary>Granted or denied.</summary>
    public AccessVerdict Verdict => Ruling.Verdict;

    /// <summary>The one reason.</summary>
    public AccessReason Reason => Ruling.Reason;

    /// <summary>Name of the rule that decided.</summary>
    public string Rule => Reason switch
    {
        AccessReason.OwnPatient or AccessReason.OwnList or AccessReason.NoRelation or AccessReason.NoAgb
            or AccessReason.UnknownPatient or AccessReason.NotDecidable => "own-patient",
        AccessReason.OwnPractice or AccessReason.PracticeList => "own-practice",
        AccessReason.CareTeamMember => "care-team",
        AccessReason.Resident => "residence",
        AccessReason.EndedRelation => "ended-relation",
        AccessReason.Delegated or AccessReason.DelegatedList => "delegation",
        AccessReason.Emergency => "emergency",
        AccessReason.Objection => "objection",
        AccessReason.RoleClosed => "role-matrix",
        AccessReason.Restricted => "restriction",
        AccessReason.OtherFunction => "function",
        AccessReason.UnknownHandle => "handle",
        AccessReason.UnknownLetter => "letter",
        AccessReason.Withdrawn => "withdrawn",
    };

    /// <summary>The word that stands with the patient wherever she is shown (Dutch).</summary>
    public string Title => Ruling.Basis is not { } basis ? "Geen toegang" : basis switch
    {
        AccessBasis.OwnPatient => "Eigen patiënt",
        AccessBasis.OwnPractice => "Eigen praktijk",
        AccessBasis.CareTeam => "Behandelteam",
        AccessBasis.Residence => "Eigen instelling",
        AccessBasis.EndedRelation => "Relatie beëindigd",
        AccessBasis.Delegation => "Waarneming",
        AccessBasis.Emergency => "Noodprocedure",
    };

    /// <summary>What the doctor reads (Dutch). Every refusal about a patient without a proven relation has the same words (R16).</summary>
    public string Text => Reason switch
    {
        AccessReason.OwnPatient => "Ingeschreven bij jou",
        AccessReason.OwnPractice => "Ingeschreven bij je praktijk",
        AccessReason.CareTeamMember => "Je hoort bij het behandelteam",
        AccessReason.Resident => "Woont in je instelling",
        AccessReason.EndedRelation => $"Was ingeschreven bij jou, te zien tot en met {Day(Ruling.Until)}",
        AccessReason.Delegated => $"Voor {Giver}, tot en met {Day(Delegation?.Until)}",
        AccessReason.Emergency => "Met je reden, alleen deze patiënt en alleen in deze sessie",
        AccessReason.OwnList => "Patiënten die bij jou zijn ingeschreven",
        AccessReason.PracticeList => "Patiënten die bij je praktijk zijn ingeschreven",
        AccessReason.DelegatedList => $"Patiënten van {Giver}, voor wie je waarneemt",
        AccessReason.Objection => "Dit dossier is afgeschermd op verzoek van de patiënt",
        AccessReason.RoleClosed => "Je rol mag dit dossier op deze grond niet openen",
        AccessReason.Restricted => "Dit dossier is door het ziekenhuis afgeschermd",
        AccessReason.UnknownPatient or AccessReason.UnknownHandle or AccessReason.NoRelation
            or AccessReason.NoAgb or AccessReason.UnknownLetter or AccessReason.Withdrawn => "Geen patiënt of brief van jou gevonden",
        AccessReason.OtherFunction => "Deze pagina hoort niet bij je functie",
        AccessReason.NotDecidable => "Het EPD is nu niet bereikbaar",
    };

    /// <summary>Other persons' records that the EPD gave while the relation was asked for: an incident (R4).</summary>
    internal IReadOnlyList<string> Strangers { get; init; } = [];

    /// <summary>The decision as the trail stores it.</summary>
    public AuditDecision Audit => new(Verdict.ToString(), Rule, Reason.ToString(), Facts);

    /// <summary>The patient as the trail stores it; none when none is known.</summary>
    public IReadOnlyList<AuditPatient> Patients => PatientId is null ? [] : [new(PatientId, PatientBsn)];

    private string Giver => Delegation is not { } given ? "een collega" : given.Giver.PracticeName is { } practice ? $"{given.Giver.Name}, {practice}" : given.Giver.Name;

    /// <summary>A page of another function than that of who asks for it.</summary>
    public static AccessDecision OtherFunction(AccountFunction function, DateTimeOffset time) => Of(new AuditFact(FactNames.Function, function.ToString(), "account", time));

    /// <summary>The decision that these facts make.</summary>
    public static AccessDecision Of(params IReadOnlyList<AuditFact> facts) => new(AccessRules.Decide(facts), facts);

    /// <summary>The same with one fact more, decided again.</summary>
    public AccessDecision And(AuditFact fact)
    {
        IReadOnlyList<AuditFact> facts = [.. Facts, fact];
        return new(AccessRules.Decide(facts), facts) { PatientId = PatientId, PatientBsn = PatientBsn, Delegation = Delegation };
    }

    /// <summary>A record of something read under this decision; names the patient, the purpose, and on whose behalf.</summary>
    internal AuditRecord Record(Visit visit, AuditEventType type, AuditOutcome outcome, DateTimeOffset time) =>
        visit.Reading(type, outcome, Audit, time) with
        {
            Patients = Patients,
            OnBehalfOf = Delegation?.Giver.UziNumber,
            Purpose = Ruling.Basis == AccessBasis.Emergency ? "ETREAT" : "TREAT",
        };

    /// <summary>Without the patient, so that an accidental interpolation shows nobody's number (R6).</summary>
    public override string ToString() => $"{Verdict}: {Reason}";

    private static string Day(DateTimeOffset? until) =>
        until is { } time ? TimeZoneInfo.ConvertTime(time, Periods.Zone).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) : "onbekend";
}
