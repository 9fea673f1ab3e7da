using System.Text.Json;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Tests.Audit.Shipping;

namespace ZorgverlenersPortaal.Tests.Audit.Export;

/// <summary>Log lines with every field that NEN 7513 asks, as Logius names them: the list of its extension, and no other name.</summary>
public sealed class LogiusLogTests
{
    private const string Nen = "dpl.nen7513.";

    private static readonly string[] _line = ["trace_id", "span_id", "status_code", "name", "start_time", "end_time", "resource", "attributes"];
    private static readonly string[] _source = ["nen7513.AuditEnterpriseSiteID", "nen7513.AuditSourceId", "nen7513.AuditSourceTypeCode"];
    private static readonly string[] _always = ["dpl.core.processing_activity_id", Nen + "eventID", Nen + "eventActionCode", Nen + "eventDateTime", Nen + "eventOutcomeIndicator", Nen + "eventTypeCode", Nen + "users", Nen + "participants", Nen + "autorisatieProtocol"];
    private static readonly string[] _sometimes = ["dpl.core.data_subject_id", "dpl.core.data_subject_id_type", Nen + "behandelrelatieProtocol", Nen + "toestemmingsProfiel", Nen + "controles"];
    private static readonly string[] _user = ["userID", "alternateUserID", "userName", "userIsRequestor", "roleIDCode", "purposeOfUse", "networkAccessPointTypeCode", "networkAccessPointID"];
    private static readonly string[] _participant =
    [
        "participantObjectTypeCode", "participantObjectTypeCodeRole", "participantObjectDataLifeCycle", "participantObjectIDTypeCode", "participantObjectPermissionPolicySet",
        "participantObjectSensitivity", "participantObjectID", "participantObjectName", "participantObjectDetail", "participantObjectDescription",
    ];

    [Fact]
    public void Line_OfEveryEventOfTheCatalogue_HasTheFieldsOfTheNormAndNoOther()
    {
        var examples = CatalogueExamples.All();
        Assert.Equal(Enum.GetValues<AuditEventType>().Length, examples.Count);
        foreach (var record in examples)
        {
            var line = Line(record);
            var attributes = line.GetProperty("attributes");

            Assert.Equal(_line, Names(line));
            Assert.Equal(_source, Names(line.GetProperty("resource").GetProperty("attributes")));
            Assert.Empty(_always.Except(Names(attributes)));
            Assert.Empty(Names(attributes).Except(_always).Except(_sometimes));
            Assert.NotEmpty(attributes.GetProperty(Nen + "participants").EnumerateArray());
            Assert.All(attributes.GetProperty(Nen + "users").EnumerateArray(), user => Assert.Empty(Names(user).Except(_user)));
            Assert.All(attributes.GetProperty(Nen + "participants").EnumerateArray(), participant => Assert.Empty(Names(participant).Except(_participant)));
            Assert.Equal(record.Patients.Count > 0, attributes.TryGetProperty(Nen + "behandelrelatieProtocol", out _));
            Assert.Equal(record.Patients.Count > 0, attributes.TryGetProperty(Nen + "toestemmingsProfiel", out _));
            Assert.All(record.Patients.Where(patient => patient.Bsn is not null), patient => Assert.DoesNotContain(patient.Bsn!, line.GetRawText(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Line_OfALookForSomebodyElse_SaysWhoForWhomWhatAndOnWhatGround()
    {
        var line = Line(Look());
        var attributes = line.GetProperty("attributes");
        var users = attributes.GetProperty(Nen + "users").EnumerateArray().ToList();
        var participants = attributes.GetProperty(Nen + "participants").EnumerateArray().Select(one => $"{Text(one, "participantObjectTypeCode")}/{Text(one, "participantObjectTypeCodeRole")} {Text(one, "participantObjectID")}").ToList();

        Assert.Equal(("0123456789abcdef0123456789abcdef", "STATUS_CODE_UNSET", "R", "2026-03-09T08:30:00.000Z"), (Text(line, "trace_id"), Text(line, "status_code"), Text(line, "name"), Text(line, "start_time")));
        Assert.Equal(("2003", "0", "110112"), (Text(attributes, Nen + "eventID"), Text(attributes, Nen + "eventOutcomeIndicator"), Text(attributes, Nen + "eventTypeCode")));
        Assert.Equal([("900021219", true), ("900012345", false)], users.Select(user => (Text(user, "userID"), user.GetProperty("userIsRequestor").GetBoolean())));
        Assert.Equal(["1/1 p1", "2/4 Condition/c1/3"], participants);
        Assert.Equal("urn:zorgverlenersportaal:rule:delegation", Text(attributes, Nen + "behandelrelatieProtocol"));
        Assert.Equal("objection.asked=list", Text(attributes, Nen + "toestemmingsProfiel"));
        Assert.Equal("p1", Text(attributes, "dpl.core.data_subject_id"));
    }

    [Fact]
    public void Line_OfAnEmergencyOrARefusal_ClaimsNoRelation()
    {
        foreach (var record in new[] { Look() with { Purpose = "ETREAT" }, Look() with { Outcome = AuditOutcome.Refused } })
        {
            Assert.Equal("geen protocol", Text(Line(record).GetProperty("attributes"), Nen + "behandelrelatieProtocol"));
        }
    }

    [Fact]
    public void Line_OfFailureWithoutARequest_IsAnErrorAndATraceOfItsOwn()
    {
        var line = Line(Look() with { Outcome = AuditOutcome.Failed, RequestId = "command" });

        Assert.Equal("STATUS_CODE_ERROR", Text(line, "status_code"));
        Assert.Matches(@"\A[0-9a-f]{32}\z", Text(line, "trace_id"));
        Assert.Matches(@"\A[0-9a-f]{16}\z", Text(line, "span_id"));
    }

    private static JsonElement Line(AuditRecord record) =>
        JsonDocument.Parse(LogiusLog.Write([new("a", 7, record, new string('a', 64))], "Ziekenhuis")).RootElement[0];

    private static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(field => field.Name)];

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;

    private static AuditRecord Look() => new()
    {
        Event = AuditEventType.SectionShown,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = new(2026, 3, 9, 9, 30, 0, TimeSpan.FromHours(1)),
        RequestId = "0123456789abcdef0123456789abcdef",
        Actor = new() { UziNumber = "900021219", Name = "S. Hoekstra", RoleCode = "01.015", Agb = "01056789", Address = "192.0.2.1" },
        OnBehalfOf = "900012345",
        Patients = [new("p1", "999990019")],
        Decision = new("Granted", "delegation", "Delegation", [new("objection.asked", "list", "portal", default)]),
        Purpose = "TREAT",
        Resources = ["Condition/c1/3"],
        Category = "Diagnoses",
    };
}
