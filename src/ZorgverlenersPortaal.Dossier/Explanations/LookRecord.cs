using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What a record of the trail says of a look. The names of rules and facts are those that decisions are stored with.</summary>
public static class LookRecord
{
    /// <summary>Did this record show something of one patient to a doctor?</summary>
    public static bool IsLook(AuditRecord record) => ActOf(record) is not (null or LookAct.Search or LookAct.List);

    internal static LookAct? ActOf(AuditRecord record) => record switch
    {
        { Event: AuditEventType.EmergencySearched or AuditEventType.OwnPatientSearched } => LookAct.Search,
        { Outcome: not AuditOutcome.Success } => null,
        { Event: AuditEventType.PatientListShown or AuditEventType.ListPrinted } => LookAct.List,
        { Patients: not [{ EpdId.Length: > 0 }] } => null,
        _ => record.Event switch
        {
            AuditEventType.PatientOpened => LookAct.Opened,
            AuditEventType.SectionShown or AuditEventType.PastShown => LookAct.Section,
            AuditEventType.LetterOpened => LookAct.Letter,
            AuditEventType.RecordPrinted => LookAct.Printed,
            AuditEventType.LettersSearched or AuditEventType.BsnShown => LookAct.Other,
            AuditEventType.EmergencyOpened or AuditEventType.EmergencyExtended => LookAct.Emergency,
            _ => null,
        },
    };

    internal static bool IsEmergency(AuditRecord record) =>
        record.Decision?.Rule == "emergency" || record.Event is AuditEventType.EmergencyOpened or AuditEventType.EmergencyExtended;

    /// <summary>The relation that the decision rested on; null for an emergency and for a rule that is none.</summary>
    internal static Explanation? RelationOf(AuditRecord record, DateOnly day)
    {
        ExplanationKind? kind = record.Decision?.Rule switch
        {
            "own-patient" => ExplanationKind.OwnPatient,
            "own-practice" => ExplanationKind.OwnPractice,
            "care-team" => ExplanationKind.CareTeam,
            "residence" => ExplanationKind.Residence,
            "ended-relation" => ExplanationKind.EndedRelation,
            "delegation" => ExplanationKind.Delegation,
            _ => null,
        };
        return kind is { } found ? new(found, Source(record.Decision!, found), day, day) : null;
    }

    /// <summary>The last day of the actor's own relation: <c>01234567 2026-10-01</c>.</summary>
    internal static DateOnly? RelationEnded(AuditRecord record) => Facts(record, FactNames.Ended)
        .Select(fact => fact.Value.Split(' ') is [var agb, var day] && agb == record.Actor?.Agb
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ended) ? ended : (DateOnly?)null)
        .Max();

    /// <summary>Of now or not long ago: a delegation that never began or was refused is not why she thinks she may look.</summary>
    internal static string? IdleDelegation(AuditRecord record) =>
        Facts(record, FactNames.DelegationIdle).FirstOrDefault(fact => fact.Value is "OutsideShift" or "Ended" or "NotYet")?.Source;

    internal static string? Restriction(AuditRecord record) => Facts(record, FactNames.Restriction).FirstOrDefault()?.Source;

    /// <summary>Hash of the words of an emergency; two doctors who typed the same have the same.</summary>
    internal static string? Reason(AuditRecord record) => record.Changes.FirstOrDefault(change => change.Field == "words")?.After;

    private static string Source(AuditDecision decision, ExplanationKind kind)
    {
        var name = kind switch
        {
            ExplanationKind.OwnPractice => FactNames.GeneralPractice,
            ExplanationKind.CareTeam => FactNames.CareTeam,
            ExplanationKind.Residence => FactNames.Residence,
            ExplanationKind.EndedRelation => FactNames.Ended,
            ExplanationKind.Delegation => FactNames.Delegation,
            _ => FactNames.GeneralPractitioner,
        };
        return decision.Facts.FirstOrDefault(fact => fact.Name == name)?.Source ?? decision.Rule;
    }

    private static IEnumerable<AuditFact> Facts(AuditRecord record, string name) => record.Decision?.Facts.Where(fact => fact.Name == name) ?? [];
}
