using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit.Reconciliation;
using ZorgverlenersPortaal.Tests.Portal.Commands;

namespace ZorgverlenersPortaal.Tests.Audit.Reconciliation;

/// <summary>The EPD's access log as FHIR R4 AuditEvents, in a Bundle or one a line.</summary>
public sealed class AuditEventLogTests : IDisposable
{
    private const string Patient = """{"what":{"reference":"Patient/p1"},"role":{"code":"1"}}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epd-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2000)]
    public void BundleAndNdjson_SameEvents_GiveTheSameLines(int count)
    {
        var events = Enumerable.Range(1, count).Select(i =>
            new EpdAccess("2026-03-01T10:00:00Z", i % 7 == 3 ? "another" : "portal", i % 5 == 1 ? null : $"r{i}", i % 11 == 2 ? null : $"p{i}").AuditEvent(i)).ToList();
        var bundle = Lines("log.json", Bundle(events));
        var ndjson = Lines("log.ndjson", string.Join("\r\n", events.Select(one => one.ToJsonString())));
        Assert.Equal(count, bundle.Count);
        Assert.Equal(bundle.Select(Told), ndjson.Select(Told));
        Assert.Equal(Enumerable.Range(1, count), bundle.Select(line => line.Number));
        Assert.All(bundle, line => Assert.Equal(line.Number % 7 != 3, line.IsPortals));
        Assert.All(bundle.Where(line => line.IsPortals), line => Assert.Equal(
            (line.Number % 5 == 1 ? null : $"r{line.Number}", line.Number % 11 == 2 ? null : $"p{line.Number}"), (line.RequestId, line.PatientId)));
    }

    [Theory]
    [InlineData(Patient, "p1", null)]
    [InlineData("""{"what":{"reference":"https://epd.example/fhir/Patient/p.1/_history/3"}}""", "p.1", null)]
    [InlineData("""{"what":{"identifier":{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999990019"}},"role":{"code":"1"}}""", null, "999990019")]
    [InlineData("""{"what":{"identifier":{"system":"urn:oid:2.16.840.1.113883.2.4.6.3","value":"999990019"}}}""", null, "999990019")]
    [InlineData("""{"what":{"reference":"Condition/c1"},"role":{"code":"4"}}""", null, null)]
    [InlineData("""{"query":"cGF0aWVudD1wMQ==","role":{"code":"24"}}""", null, null)]
    public void Entity_PatientByReferenceOrBsn_IsUnderstood(string entity, string? id, string? bsn)
    {
        var line = Assert.Single(Lines("log.ndjson", Event(entity)));
        Assert.Equal((id, bsn), (line.PatientId, line.Bsn));
    }

    [Fact]
    public void Entities_SeveralPatients_MakeALineEach()
    {
        var lines = Lines("log.ndjson", "\n" + Event(Patient + "," + Patient + "," + Patient.Replace("p1", "p2", StringComparison.Ordinal)));
        Assert.Equal([(2, "p1"), (2, "p2")], lines.Select(line => (line.Number, line.PatientId)));
    }

    [Theory]
    [InlineData("""{"identifier":{"value":"portal"}}""")]
    [InlineData("""{"reference":"portal"}""")]
    public void Agent_ByIdentifierOrReference_IsThePortal(string who) =>
        Assert.True(Assert.Single(Lines("log.ndjson", Event(Patient).Replace("""{"identifier":{"value":"portal"}}""", who, StringComparison.Ordinal))).IsPortals);

    [Theory]
    [InlineData("""{"what":{"reference":"#inside"},"role":{"code":"1"}}""", "line 1, AuditEvent.entity.what: a patient who cannot be told")]
    [InlineData("""{"what":{"type":"Patient","display":"J. de Vries"}}""", "line 1, AuditEvent.entity.what: a patient who cannot be told")]
    [InlineData("""{"what":{"identifier":{"system":"urn:oid:2.16.840.1.113883.2.4.6.3","value":"1234"}}}""", "line 1, AuditEvent.entity.what: no BSN")]
    [InlineData("""{"what":{"identifier":{"value":"a"}},"type":{"code":"XrequestId"}},{"what":{"identifier":{"value":"b"}},"type":{"code":"XrequestId"}}""", "line 1, AuditEvent.entity of type XrequestId: more than one")]
    [InlineData("7", "line 1, AuditEvent.entity: no array of objects")]
    [InlineData("{\"what\":{\"reference\":\"\\ud800\"}}", "line 1, reference: this is no UTF-8")]
    public void Entity_NotUnderstood_IsRefusedWithItsElement(string entity, string fault)
    {
        var thrown = Assert.Throws<EpdLogException>(() => Lines("log.ndjson", Event(entity)));
        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Vries", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log.ndjson", "{\"resourceType\":\"AuditEvent\"", "line 1, byte 29: this is no JSON")]
    [InlineData("log.ndjson", "{\"resourceType\":\"Patient\"}", "line 1: no AuditEvent")]
    [InlineData("log.ndjson", "[]", "line 1: no AuditEvent")]
    [InlineData("log.json", "", "line 1, byte 1, after entry 0: this is no JSON")]
    [InlineData("log.json", "[]", "this is no Bundle")]
    [InlineData("log.json", "{\"resourceType\":\"AuditEvent\"}", "this is no Bundle")]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"entry\":{}}", "Bundle.entry is no array")]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"entry\":[{}]}", "entry 1: no resource")]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"OperationOutcome\"}},\n  7x]}", "line 2, byte 4, after entry 1: this is no JSON")]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"entry\":[]", "line 1, byte 36, after entry 0: this is no JSON")]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"self\",\"url\":\"x\"},{\"relation\":\"next\",\"url\":\"x\"}]}", "Bundle.link has a next page")]
    public void Json_Malformed_IsRefusedWithItsPlace(string name, string text, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<EpdLogException>(() => Lines(name, text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("log.json", "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"x\":\"", "entry 1 has more than")]
    [InlineData("log.ndjson", "{\"x\":\"", "line 1: longer than")]
    public void Json_EntryWithoutEnd_IsRefusedBeforeItFillsTheMemory(string name, string begin, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<EpdLogException>(() => Lines(name, begin + new string('x', 5_000_000))).Message, StringComparison.Ordinal);

    private static string Event(string entities) =>
        """{"resourceType":"AuditEvent","recorded":"2026-03-01T10:00:00Z","agent":[{"who":{"identifier":{"value":"portal"}}}],"entity":[""" + entities + "]}";

    private static string Bundle(IEnumerable<JsonObject> events) => new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "collection",
        ["entry"] = new JsonArray([.. events.Select(one => new JsonObject { ["resource"] = one.DeepClone() })]),
        ["link"] = new JsonArray(new JsonObject { ["relation"] = "self", ["url"] = "https://epd.example/fhir/AuditEvent" }),
    }.ToJsonString(new() { WriteIndented = true });

    private static (bool, DateTimeOffset, string?, string?) Told(EpdLogLine line) => (line.IsPortals, line.Time, line.RequestId, line.PatientId);

    private List<EpdLogLine> Lines(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        using var log = EpdLogFile.Open(path, "portal");
        return [.. log.Lines()];
    }
}
