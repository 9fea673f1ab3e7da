namespace ZorgverlenersPortaal.Dossier;

/// <summary>Names of the facts a decision rests on. Stored in the trail for years and replayed from there: never rename.</summary>
internal static class FactNames
{
    /// <summary>An address that is no handle of this session.</summary>
    public const string Handle = "handle";
    public const string Withdrawn = "withdrawn";

    /// <summary>A letter that is not there, or not to be shown.</summary>
    public const string Letter = "letter";

    /// <summary>Which list is asked for: own, practice, or <c>delegation/id</c>.</summary>
    public const string List = "list";

    /// <summary>A question that the EPD did not answer.</summary>
    public const string Epd = "epd";

    /// <summary>What somebody who is no doctor is to the hospital, or another function than the page is for.</summary>
    public const string Function = "account.function";

    /// <summary>The role of the doctor, as the account says.</summary>
    public const string Role = "account.role";

    /// <summary>The doctor's personal AGB.</summary>
    public const string Agb = "account.agb";

    /// <summary>The AGB of the doctor's practice or institution.</summary>
    public const string PracticeAgb = "account.practiceAgb";

    /// <summary>The hospital lets a practice look as one.</summary>
    public const string OwnPracticeRule = "rule.ownPractice";

    /// <summary>Roles that may look by care team.</summary>
    public const string CareTeamRule = "rule.careTeam";

    /// <summary>Roles that may look by residence.</summary>
    public const string ResidenceRule = "rule.residence";

    /// <summary>Days that a relation still opens after its end.</summary>
    public const string AfterRule = "rule.afterDays";

    /// <summary>The Patient as the EPD gave it.</summary>
    public const string Patient = "patient";

    /// <summary>Personal AGB of a general practitioner.</summary>
    public const string GeneralPractitioner = "generalPractitioner";

    /// <summary>AGB of a practice that is the general practitioner, or where she works.</summary>
    public const string GeneralPractice = "generalPractitioner.practice";

    /// <summary>AGB of a general practitioner whose role ended, and the day: <c>01234567 2026-10-01</c>.</summary>
    public const string Ended = "generalPractitioner.ended";

    /// <summary>How many references the Patient has.</summary>
    public const string References = "generalPractitioners";

    /// <summary>Personal AGB of a member of a current care team.</summary>
    public const string CareTeam = "careTeam";

    /// <summary>AGB of the institution where the patient lives.</summary>
    public const string Residence = "residence";

    /// <summary>A second record carries the same BSN, or that could not be asked.</summary>
    public const string SecondRecord = "patient.secondRecord";

    /// <summary>The patient's BSN is not there or not verified.</summary>
    public const string Unverified = "patient.unverified";

    /// <summary>Personal AGB of a doctor who handed her patients over; the source is <c>delegation/id</c>.</summary>
    public const string Delegation = "delegation";

    /// <summary>Practice AGB that the delegation covers too.</summary>
    public const string DelegationPractice = "delegation.practice";

    /// <summary>Role of the giver.</summary>
    public const string DelegationRole = "delegation.role";

    /// <summary>A delegation that opens nothing now, and why.</summary>
    public const string DelegationIdle = "delegation.idle";

    /// <summary>Until when an emergency access to this patient holds; the source is <c>emergency/id</c>.</summary>
    public const string Emergency = "emergency";

    /// <summary>The patient does not want this look.</summary>
    public const string Objection = "objection";

    /// <summary>A source of objections that could not tell, and was let pass by setting.</summary>
    public const string ObjectionUnknown = "objection.unknown";

    /// <summary>The sources that were asked for an objection.</summary>
    public const string ObjectionAsked = "objection.asked";

    /// <summary>The hospital's policy lets an emergency open what the patient keeps closed.</summary>
    public const string EmergencyOpensObjection = "rule.emergencyOpensObjection";

    /// <summary>The role matrix opens nothing to this role on this basis.</summary>
    public const string RoleClosed = "roleMatrix.closed";

    /// <summary>The hospital restricts the whole record: <c>EmergencyOnly</c> or <c>Closed</c>.</summary>
    public const string Restriction = "restriction";
}
