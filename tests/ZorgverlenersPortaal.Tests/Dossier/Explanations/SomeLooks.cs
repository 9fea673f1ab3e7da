using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>Records as doctors leave them, and what comes of them, of which a test names only what it is about.</summary>
internal static class SomeLooks
{
    public const string Doctor = "900071001";
    public const string Agb = "01071001";

    /// <summary>A Tuesday, ten o'clock in Amsterdam.</summary>
    public static readonly DateTimeOffset Ten = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Day = new(2026, 3, 10);

    public static ReviewRules Rules { get; } = ReviewRulesFile.Read(ReviewRulesFile.Shipped).Rules!;

    public static AuditRecord Record(AuditEventType type, DateTimeOffset time, string rule = "own-patient", string patient = "p1", params AuditFact[] facts) => new()
    {
        Event = type,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = time,
        RequestId = "r",
        Actor = new() { UziNumber = Doctor, Name = "J. van Dam", RoleCode = "01.015", Agb = Agb },
        Patients = [new(patient, "999990019")],
        Decision = new("Granted", rule, rule, facts),
    };

    public static StoredAuditRecord Stored(AuditRecord record, long sequence, string node = "a") => new(node, sequence, record, "00");

    /// <summary>The looks of these records.</summary>
    public static IReadOnlyList<DoctorDay> Fold(params AuditRecord[] records) =>
        [.. LookFolder.Fold(records.Select((record, i) => Stored(record, i + 1)).OrderByDescending(stored => stored.Record.Time).ThenByDescending(stored => stored.Sequence)).SelectMany(day => day)];

    /// <summary>The one look of these records.</summary>
    public static Look Look(params AuditRecord[] records) => Fold(records)[0].Looks[0];

    public static AuditFact Fact(string name, string value, string source = "account") => new(name, value, source, Ten);

    /// <summary>An emergency, with the hash of its words.</summary>
    public static AuditRecord[] Emergency(DateTimeOffset? time = null, string words = "w1", string patient = "p1", string uzi = Doctor, params AuditFact[] facts) =>
    [
        .. new[]
        {
            Record(AuditEventType.EmergencyOpened, time ?? Ten, patient: patient) with { Decision = null, Changes = [new("words", null, "sha256:" + words)] },
            Record(AuditEventType.PatientOpened, (time ?? Ten).AddSeconds(2), "emergency", patient, facts),
        }.Select(record => record with { Actor = record.Actor! with { UziNumber = uzi } }),
    ];

    public static PatientFacts Facts(params Explanation[] contacts) => new()
    {
        PatientId = "p1",
        Reference = "Patient/p1/4",
        Surnames = ["Jansen"],
        Addresses = [Homes.Key("1234 AB", "Dorpsstraat 12")!],
        Contacts = contacts,
        HasContacts = true,
    };

    public static Explanation Visit(int daysFromLook) => new(ExplanationKind.Encounter, "Encounter/e1", Day.AddDays(daysFromLook), Day.AddDays(daysFromLook));

    /// <summary>What the review says of a look whose patient has these facts.</summary>
    public static ReviewedLook Judge(Look look, PatientFacts? facts, Homes? homes = null, ReviewRules? rules = null, params Look[] others)
    {
        EmergencyHistory history = new();
        foreach (var one in others.Append(look).Where(one => one.IsEmergency))
        {
            history.Add(one);
        }
        return new LookReview(rules ?? Rules, homes ?? Homes.None, (_, _) => throw new InvalidOperationException()).Judge(new(Doctor, look.Name, null, look.Day, [look], [], 0), look, facts, history);
    }

    public static string Rule(ReviewedLook reviewed) => string.Join(' ', reviewed.Findings.Select(finding => finding.Rule).Order());

    public static Homes HomeOf(string uzi, string home) => Homes.Read(string.Create(CultureInfo.InvariantCulture, $$"""{"{{uzi}}":"{{home}}"}""")).Homes!;

    public static async Task<List<ReviewedLook>> RunAsync(IEnumerable<AuditRecord> records, Func<string, PatientFacts?> facts, DateOnly from)
    {
        var newestFirst = records.Select((record, i) => Stored(record, i + 1)).OrderByDescending(stored => stored.Record.Time);
        LookReview review = new(Rules, Homes.None, (question, _) => Task.FromResult<IReadOnlyDictionary<string, PatientFacts>>(
            question.Patients.Select(facts).OfType<PatientFacts>().ToDictionary(one => one.PatientId, StringComparer.Ordinal)));
        List<ReviewedLook> all = [];
        await foreach (var one in review.RunAsync(newestFirst, from, default))
        {
            all.Add(one);
        }
        return all;
    }
}
