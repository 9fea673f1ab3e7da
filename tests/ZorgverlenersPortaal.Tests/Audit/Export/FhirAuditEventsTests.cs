using System.Text;
using System.Text.Json;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;

namespace ZorgverlenersPortaal.Tests.Audit.Export;

/// <summary>Records as AuditEvents: valid R4, the profiles of BALP where a look has them, and never a BSN.</summary>
public sealed class FhirAuditEventsTests
{
    private static readonly DateTimeOffset _made = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<AuditEventType> Events => [.. Enum.GetValues<AuditEventType>()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Bundle_OfEveryEvent_IsValidR4(AuditEventType type)
    {
        foreach (var record in new[] { Look() with { Event = type }, Bare() with { Event = type }, Look() with { Event = type, Outcome = AuditOutcome.Refused, Resources = [] } })
        {
            using var bundle = Read(record);

            Assert.Empty(R4Schema.Faults(bundle.RootElement));
        }
    }

    [Fact]
    public void Schema_SeesWhatIsWrong()
    {
        using var wrong = JsonDocument.Parse("""{"resourceType":"AuditEvent","type":{"code":"rest","colour":"red"},"agent":[],"recorded":"yesterday","source":{"observer":{"display":"x"}}}""");

        Assert.Equal(["$.agent: empty", "$.recorded: 'yesterday'", "$.type: unknown colour"], R4Schema.Faults(wrong.RootElement).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(AuditEventType.PatientOpened, "PatientRead", "read", "110153", "110152")]
    [InlineData(AuditEventType.SectionShown, "PatientQuery", "search", "110152", "110153")]
    public void Bundle_LookAtAPatient_FollowsItsProfileWithTheRolesTurnedRound(AuditEventType type, string profile, string subtype, string server, string client)
    {
        using var bundle = Read(Look() with { Event = type });
        var look = Assert.Single(Resources(bundle));

        Assert.EndsWith("IHE.BasicAudit." + profile, Strings(look.GetProperty("meta"), "profile").Single(), StringComparison.Ordinal);
        Assert.Equal(("rest", subtype), (look.GetProperty("type").GetProperty("code").GetString(), look.GetProperty("subtype")[0].GetProperty("code").GetString()));
        Assert.Equal(
            [("IRCP", "S. Hoekstra", true), (client, "Zorgverlenersportaal, node a", false), (server, "EPD", false)],
            look.GetProperty("agent").EnumerateArray().Select(agent => (
                agent.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString(), agent.GetProperty("who").GetProperty("display").GetString(), agent.GetProperty("requestor").GetBoolean())));
        var entities = look.GetProperty("entity").EnumerateArray().ToList();
        Assert.Equal("Patient/p1", entities[0].GetProperty("what").GetProperty("reference").GetString());
        Assert.Contains(entities, entity => entity.GetProperty("type").GetProperty("code").GetString() == "XrequestId" && entity.GetProperty("what").GetProperty("identifier").GetProperty("value").GetString() == "r-1");
        Assert.Contains(entities, entity => entity.TryGetProperty("what", out var what) && what.TryGetProperty("reference", out var reference) && reference.GetString() == "Condition/c1/_history/3");
        Assert.Equal(profile == "PatientQuery", entities.Any(entity => entity.TryGetProperty("query", out _)));
    }

    [Fact]
    public void Bundle_ListOfTwoPatients_IsOneEventForEachWithNothingOfTheOther()
    {
        using var bundle = Read(Look() with
        {
            Event = AuditEventType.PatientListShown,
            Patients = [new("p1", "999900018"), new("p2", "999900031")],
            Resources = ["Patient/p1/1", "Patient/p2/1", "Encounter/e1/1"],
        });

        var references = Resources(bundle).Select(one => string.Join(' ', one.GetProperty("entity").EnumerateArray()
            .Where(entity => entity.TryGetProperty("what", out var what) && what.TryGetProperty("reference", out _)).Select(entity => entity.GetProperty("what").GetProperty("reference").GetString())));

        Assert.Equal(["Patient/p1 Patient/p1/_history/1", "Patient/p2 Patient/p2/_history/1"], references);
        Assert.Equal(2, Resources(bundle).Select(one => one.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void R6_Bundle_HoldsNoBsn()
    {
        using var bundle = Read(Look());

        Assert.DoesNotContain("999900018", bundle.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bundle_RefusedLook_ClaimsNoProfileOfARead()
    {
        using var bundle = Read(Look() with { Event = AuditEventType.AccessDenied, Outcome = AuditOutcome.Refused, Resources = [] });
        var refused = Assert.Single(Resources(bundle));

        Assert.False(refused.TryGetProperty("meta", out _));
        Assert.Equal("4", refused.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(AuditEventType.EmergencyOpened, "110127")]
    [InlineData(AuditEventType.EmergencyEnded, "110138")]
    public void Bundle_Emergency_IsAnAlertThatStartsAndStops(AuditEventType type, string code)
    {
        using var bundle = Read(Look() with { Event = type, Purpose = "ETREAT" });
        var alert = Assert.Single(Resources(bundle));

        Assert.Equal(("110113", code), (alert.GetProperty("type").GetProperty("code").GetString(), alert.GetProperty("subtype")[0].GetProperty("code").GetString()));
        Assert.Equal("ETREAT", alert.GetProperty("agent")[0].GetProperty("purposeOfUse")[0].GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Bundle_SameRecordTwice_HasTheSameId()
    {
        using var one = Read(Look());
        using var two = Read(Look());

        Assert.Equal(Resources(one)[0].GetProperty("id").GetString(), Resources(two)[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Bundle_OfNothing_IsValidAndEmpty()
    {
        using var bundle = JsonDocument.Parse(FhirAuditEvents.Bundle([], _made));

        Assert.Empty(R4Schema.Faults(bundle.RootElement));
        Assert.False(bundle.RootElement.TryGetProperty("entry", out _));
    }

    private static JsonDocument Read(AuditRecord record) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(FhirAuditEvents.Bundle([new("a", 7, record, new string('a', 64))], _made)));

    private static List<JsonElement> Resources(JsonDocument bundle) => [.. bundle.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource"))];

    private static IEnumerable<string> Strings(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(one => one.GetString()!);

    private static AuditRecord Look() => new()
    {
        Event = AuditEventType.SectionShown,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = new(2026, 3, 9, 9, 30, 0, TimeSpan.FromHours(1)),
        RequestId = "r-1",
        Actor = new() { UziNumber = "900021219", Name = "S. Hoekstra", RoleCode = "01.015", Agb = "01056789", Address = "192.0.2.1" },
        Patients = [new("p1", "999900018")],
        Decision = new("Granted", "own-patient", "OwnPatient", [new("agb", "01056789", "account", _made)]),
        Purpose = "TREAT",
        Resources = ["Condition/c1/3", "Condition/c2"],
        Category = "Diagnoses",
    };

    private static AuditRecord Bare() => new() { Event = AuditEventType.SignInRefused, Action = AuditAction.Execute, Outcome = AuditOutcome.Refused, Time = _made, RequestId = "" };
}
