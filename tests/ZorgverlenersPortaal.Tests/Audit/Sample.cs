using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>Records as the portal writes them; the BSNs are test numbers.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    public static AuditRecord Section(int i) => new()
    {
        Event = AuditEventType.SectionShown,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = _start.AddSeconds(i),
        RequestId = $"request-{i}",
        Actor = new AuditActor { UziNumber = $"9000{i % 7:00000}", Name = "J. de Vriés", RoleCode = "01.015", Agb = "01012345" },
        Patients = [new AuditPatient($"patient-{i % 5}", "900186021")],
        Decision = new AuditDecision("granted", "own-patient", "own-patient", [
            new AuditFact("general-practitioner", "01012345", $"Patient/patient-{i % 5}/3", _start.AddSeconds(i))]),
        Purpose = "TREAT",
        Resources = [$"Observation/{i}/1", $"Observation/{i}b/2"],
        Category = "results",
    };

    public static AuditRecord List(int i, int patients) => Section(i) with
    {
        Event = AuditEventType.PatientListShown,
        Patients = [.. Enumerable.Range(0, patients).Select(p => new AuditPatient($"patient-{p}", "900186021"))],
    };
}
