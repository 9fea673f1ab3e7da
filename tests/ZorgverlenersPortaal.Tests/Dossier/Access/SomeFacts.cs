using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Facts as decisions are made of.</summary>
internal static class SomeFacts
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly AuditFact[] _stranger = [Of("account.role", "GeneralPractitioner"), Of("account.agb", "01234567"), Of("patient", "Patient/p1/1"), Of("generalPractitioner", "07654321")];
    private static readonly AuditFact[] _own = [.. _stranger, Of("generalPractitioner", "01234567")];

    /// <summary>For every reason a set of facts that leads to it.</summary>
    public static IReadOnlyDictionary<AccessReason, IReadOnlyList<AuditFact>> ForEveryReason { get; } = Enum.GetValues<AccessReason>().ToDictionary(reason => reason, For);

    public static AuditFact Of(string name, string value, string source = "test") => new(name, value, source, Now);

    public static IReadOnlyList<AuditFact> For(AccessReason reason) => reason switch
    {
        AccessReason.OwnPatient => _own,
        AccessReason.OwnPractice => [.. _stranger, Of("rule.ownPractice", "on"), Of("account.practiceAgb", "01110001"), Of("generalPractitioner.practice", "01110001")],
        AccessReason.CareTeamMember => [.. _stranger, Of("rule.careTeam", "ElderlyCarePhysician,GeneralPractitioner"), Of("careTeam", "01234567")],
        AccessReason.Resident => [.. _stranger, Of("rule.residence", "GeneralPractitioner"), Of("account.practiceAgb", "01110001"), Of("residence", "01110001")],
        AccessReason.EndedRelation => [.. _stranger, Of("rule.afterDays", "30"), Of("generalPractitioner.ended", "01234567 2026-02-08")],
        AccessReason.Delegated => [.. _stranger, Of("delegation", "07654321", "delegation/7")],
        AccessReason.Emergency => [.. _stranger, Of("emergency", "2026-03-10T09:00:01.0000000+00:00", "emergency/7")],
        AccessReason.OwnList => [Of("account.agb", "01234567"), Of("list", "own")],
        AccessReason.PracticeList => [Of("account.practiceAgb", "01110001"), Of("rule.ownPractice", "on"), Of("list", "practice")],
        AccessReason.DelegatedList => [Of("delegation", "07654321", "delegation/7"), Of("list", "delegation/7")],
        AccessReason.Objection => [.. _own, Of("objection", "patient")],
        AccessReason.RoleClosed => [.. _own, Of("roleMatrix.closed", "GeneralPractitioner OwnPatient")],
        AccessReason.Restricted => [.. _own, Of("restriction", "EmergencyOnly")],
        AccessReason.OtherFunction => [Of("account.function", "SecurityOfficer")],
        AccessReason.UnknownPatient => [Of("account.agb", "01234567")],
        AccessReason.UnknownHandle => [Of("handle", "unknown")],
        AccessReason.NoRelation => _stranger,
        AccessReason.NoAgb => [Of("patient", "Patient/p1/1"), Of("generalPractitioner", "07654321")],
        AccessReason.Withdrawn => [.. _own, Of("withdrawn", "delegation/1")],
        AccessReason.UnknownLetter => [.. _own, Of("letter", "unknown")],
        AccessReason.NotDecidable => [.. _stranger, Of("epd", "TimedOut")],
    };
}
