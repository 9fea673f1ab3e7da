using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>Records as the portal writes them: same events, rules, facts and changes.</summary>
internal static class TownRecords
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>A moment by the Dutch clock.</summary>
    public static DateTimeOffset At(DateOnly day, double hour)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        // The hour that is skipped.
        wall = _zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(wall, _zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>A record that is opened and read a little, by this rule.</summary>
    public static IEnumerable<AuditRecord> Look(TownDoctor doctor, TownPatient patient, DateTimeOffset time, string rule, params AuditFact[] facts)
    {
        var purpose = rule == "emergency" ? "ETREAT" : "TREAT";
        var decision = new AuditDecision("Granted", rule, rule, [new("account.role", "GeneralPractitioner", "account", time), new("account.agb", doctor.Agb, "account", time), .. facts]);
        foreach (var (type, category, after) in new[] { (AuditEventType.PatientOpened, "Banner", 0), (AuditEventType.SectionShown, "Admission", 1) })
        {
            yield return Of(doctor, type, time.AddSeconds(after)) with
            {
                Patients = [new(patient.Id)],
                Decision = decision,
                Purpose = purpose,
                Category = category,
                Resources = [$"Patient/{patient.Id}/1"],
            };
        }
    }

    public static IEnumerable<AuditRecord> Own(TownDoctor doctor, TownPatient patient, DateTimeOffset time) =>
        doctor == patient.Doctor ? Look(doctor, patient, time, "own-patient", new AuditFact("generalPractitioner", doctor.Agb, "Practitioner/" + doctor.Uzi + "/1", time))
        : doctor.Practice == patient.Doctor.Practice ? Look(doctor, patient, time, "own-practice", new AuditFact("generalPractitioner.practice", "01999" + doctor.Practice, "Organization/" + doctor.Practice, time))
        : Look(doctor, patient, time, "delegation", new AuditFact("delegation", patient.Doctor.Agb, "delegation/" + patient.Doctor.Uzi, time));

    public static IEnumerable<AuditRecord> Former(TownPatient patient, DateTimeOffset time) => Look(
        patient.Former!.Value.Doctor, patient, time, "ended-relation",
        new AuditFact("generalPractitioner.ended", string.Create(CultureInfo.InvariantCulture, $"{patient.Former.Value.Doctor.Agb} {patient.Former.Value.Ended:yyyy-MM-dd}"), "PractitionerRole/x", time));

    public static IEnumerable<AuditRecord> Emergency(TownDoctor doctor, TownPatient patient, DateTimeOffset time, string words, params AuditFact[] facts) =>
    [
        Searched(doctor, time, patient),
        Of(doctor, AuditEventType.EmergencyOpened, time.AddSeconds(1)) with { Patients = [new(patient.Id)], Purpose = "ETREAT", Changes = [new("reason", null, "Acute"), new("words", null, "sha256:" + words)] },
        .. Look(doctor, patient, time.AddSeconds(2), "emergency", [.. facts, .. Restricted(patient, time)]),
    ];

    public static AuditRecord Searched(TownDoctor doctor, DateTimeOffset time, TownPatient? found) => Of(doctor, AuditEventType.EmergencySearched, time) with
    {
        Action = AuditAction.Execute,
        Outcome = found is null ? AuditOutcome.Refused : AuditOutcome.Success,
        Patients = found is null ? [] : [new(found.Id)],
        Purpose = "ETREAT",
    };

    /// <summary>What no rule reads but the trail is full of.</summary>
    public static IEnumerable<AuditRecord> Noise(TownDoctor doctor, DateTimeOffset time) =>
        [Of(doctor, AuditEventType.SignedIn, time), Of(doctor, AuditEventType.PatientListShown, time.AddSeconds(2)) with { Patients = [new("t1"), new("t2"), new("t3")] }];

    private static AuditFact[] Restricted(TownPatient patient, DateTimeOffset time) =>
        patient.IsStaff || patient.IsPublicFigure ? [new("restriction", "EmergencyOnly", "Patient/" + patient.Id + "/1", time)] : [];

    private static AuditRecord Of(TownDoctor doctor, AuditEventType type, DateTimeOffset time) => new()
    {
        Event = type,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = time,
        RequestId = "0123456789abcdef",
        Actor = new() { UziNumber = doctor.Uzi, Name = doctor.Name, RoleCode = "01.015", Agb = doctor.Agb, SessionId = "s" },
    };
}
