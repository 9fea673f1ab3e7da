using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>One decision, with what it rests on. The same object goes to the page, to the trail and into tests.</summary>
/// <param name="Verdict">Granted or denied.</param>
/// <param name="Reason">The one reason.</param>
/// <param name="Facts">What the EPD and the account said, with source and time.</param>
/// <param name="PatientId">The patient's id at the EPD, where one is known.</param>
/// <param name="PatientBsn">The patient's BSN for the trail, where one is known.</param>
public sealed record AccessDecision(
    AccessVerdict Verdict, AccessReason Reason, IReadOnlyList<AuditFact> Facts, string? PatientId = null, string? PatientBsn = null)
{
    /// <summary>Name of the rule that decided; grows with delegations and emergency access.</summary>
    public string Rule => Reason switch
    {
        AccessReason.OwnPatient or AccessReason.OwnList or AccessReason.NoRelation or AccessReason.NoAgb
            or AccessReason.UnknownPatient or AccessReason.NotDecidable => "own-patient",
        AccessReason.UnknownHandle => "handle",
        AccessReason.UnknownLetter => "letter",
    };

    /// <summary>What the doctor reads (Dutch). Every refusal about a patient has the same words (R16).</summary>
    public string Text => Reason switch
    {
        AccessReason.OwnPatient => "Ingeschreven bij jou",
        AccessReason.OwnList => "Patiënten die bij jou zijn ingeschreven",
        AccessReason.UnknownPatient or AccessReason.UnknownHandle or AccessReason.NoRelation
            or AccessReason.NoAgb or AccessReason.UnknownLetter => "Geen patiënt of brief van jou gevonden",
        AccessReason.NotDecidable => "Het EPD is nu niet bereikbaar",
    };

    /// <summary>Other persons' records that the EPD gave while the relation was asked for: an incident (R4).</summary>
    internal IReadOnlyList<string> Strangers { get; init; } = [];

    /// <summary>The decision as the trail stores it.</summary>
    public AuditDecision Audit => new(Verdict.ToString(), Rule, Reason.ToString(), Facts);

    /// <summary>The patient as the trail stores it; none when none is known.</summary>
    public IReadOnlyList<AuditPatient> Patients => PatientId is null ? [] : [new(PatientId, PatientBsn)];

    /// <summary>Without the patient, so that an accidental interpolation shows nobody's number (R6).</summary>
    public override string ToString() => $"{Verdict}: {Reason}";
}
