using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class FhirJsonTests
{
    private const string Content = "Jansen";

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t", "empty")]
    [InlineData("<!DOCTYPE html><p>Jansen</p>", "HTML")]
    [InlineData("  <Patient/>", "HTML")]
    [InlineData("[]", "object")]
    [InlineData("\"Jansen\"", "object")]
    [InlineData("null", "object")]
    [InlineData("42", "object")]
    [InlineData("{}", "resourceType")]
    [InlineData("""{"id":"Jansen"}""", "resourceType")]
    [InlineData("""{"resourceType":"jansen"}""", "resourceType")]
    [InlineData("""{"resourceType":"Jansen!"}""", "resourceType")]
    [InlineData("""{"resourceType":7}""", "resourceType")]
    [InlineData("""{"resourceType":null}""", "resourceType")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient"}""", "twice")]
    [InlineData("""{"resourceType":"Patient","id":"Jansen","resourceType":"Encounter"}""", "twice")]
    [InlineData("""{"resourceType":"Patient","gender":"Jansen""", "too early")]
    [InlineData("""{"resourceType":"Patient","gender":""", "too early")]
    [InlineData("""{"resourceType":"Patient",}""", "not well-formed")]
    [InlineData("""{"resourceType":"Patient","gender":Jansen}""", "not well-formed")]
    [InlineData("""{"resourceType":"Patient"} Jansen""", "not well-formed")]
    [InlineData("""{"resourceType":"Patient"}{"resourceType":"Patient"}""", "not well-formed")]
    [InlineData("""{"resourceType":"Patient"/*Jansen*/}""", "not well-formed")]
    public void Read_NotOneResource_SaysWhatAndWhereWithoutContent(string json, string what)
    {
        var fault = Assert.Throws<FhirFormatException>(() => FhirJson.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"(byte {fault.Position})", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Content, fault.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(fault.Position, 0, json.Length);
        Assert.Null(fault.InnerException);
    }

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. """{"resourceType":"Binary","contentType":"text/plain","data":"QUJD"}"""u8];

        var binary = Assert.IsType<Binary>(FhirJson.Read(json));

        Assert.Equal("QUJD"u8, json.AsSpan(binary.Data!.Start, binary.Data.Length));
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(5000, false)]
    public void Read_DeepJson_IsRefusedBeyond64(int nested, bool isRead)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","x":{{new string('[', nested)}}{{new string(']', nested)}}}""");

        if (isRead)
        {
            Assert.IsType<Patient>(FhirJson.Read(json));
            return;
        }
        Assert.Contains("deeper than 64", Assert.Throws<FhirFormatException>(() => FhirJson.Read(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","status":"final","resourceType":"Goal"}""")]
    [InlineData("""{"id":"1","contained":[{"id":"c","resourceType":"Patient"}],"status":"final","resourceType":"Goal"}""")]
    [InlineData("""{"id":"1","entry":[{"resource":{"resourceType":"Bundle"}}],"status":"final","resourceType":"Goal"}""")]
    [InlineData("""{"id":"1","title":"resourceType","note":"\"resourceType\":\"Patient\"","status":"final","resourceType":"Goal"}""")]
    [InlineData("""{"id":"1","status":"final","resource\u0054ype":"Goal"}""")]
    public void Read_ResourceTypeLast_IsRead(string json)
    {
        var other = FhirText.Read<OtherResource>(json);

        Assert.Equal("Goal/1", other.Reference);
        Assert.Equal("final", other.Status);
        Assert.Null(other.NotUnderstood);
    }

    [Fact]
    public void Read_BundlesInBundles_StopAtTheSecond()
    {
        var json = "{\"resourceType\":\"Patient\",\"id\":\"p\"}";
        for (var i = 0; i < 4; i++)
        {
            json = $$"""{"entry":[{"resource":{{json}}}],"resourceType":"Bundle"}""";
        }

        var inner = Assert.IsType<Bundle>(Assert.Single(FhirText.Read<Bundle>(json).Entries).Resource);

        Assert.Equal("Bundle", Assert.IsType<OtherResource>(Assert.Single(inner.Entries).Resource).ResourceType);
    }

    [Fact]
    public void Read_Meta_GivesVersionTimeAndLabels()
    {
        var other = FhirText.Read<OtherResource>("""
            {"resourceType":"Basic","id":"f-1","meta":{"versionId":"3","lastUpdated":"2026-03-01T10:11:12.000+01:00",
              "security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"V"}]}}
            """);

        Assert.Equal("Basic/f-1/3", other.VersionedReference);
        Assert.Equal("2026-03-01T10:11:12.000+01:00", other.LastUpdated?.Text);
        Assert.Equal("V", Assert.Single(other.SecurityLabels).Code);
    }

    [Fact]
    public void Read_NoVersion_VersionedReferenceIsTheReference() =>
        Assert.Equal("Basic/1", FhirText.Read<OtherResource>("""{"resourceType":"Basic","id":"1"}""").VersionedReference);

    [Fact]
    public void Read_Contained_IsFoundByItsId()
    {
        var encounter = FhirText.Read<Encounter>("""
            {"resourceType":"Encounter","contained":[{"resourceType":"Location","id":"bed","name":"Kamer 3",
              "contained":[{"resourceType":"Patient","id":"not-allowed"}]}]}
            """);

        var bed = Assert.IsType<Location>(encounter.FindContained("bed"));
        Assert.Equal("Kamer 3", bed.Name);
        Assert.Empty(bed.Contained);
        Assert.Null(encounter.FindContained("chair"));
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","value":NaN}""")]
    [InlineData("""{"resourceType":"Observation","value":-Infinity}""")]
    [InlineData("""{"resourceType":"Observation","value":01}""")]
    [InlineData("""{"resourceType":'Observation'}""")]
    [InlineData("""{resourceType:"Observation"}""")]
    public void H099_AlmostJson_IsRefused(string json) => Assert.Throws<FhirFormatException>(() => FhirJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void H099_Utf16_IsRefused()
    {
        const string Json = """{"resourceType":"Patient"}""";

        Assert.Throws<FhirFormatException>(() => FhirJson.Read(Encoding.Unicode.GetBytes(Json)));
        Assert.Throws<FhirFormatException>(() => FhirJson.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Json)]));
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","entry":[""", "{}")]
    [InlineData("""{"resourceType":"Bundle","entry":[""", """{"resource":{"id":"1"}}""")]
    [InlineData("""{"resourceType":"Patient","address":[{"line":[""", "null")]
    [InlineData("""{"resourceType":"Consent","extension":[""", "{}")]
    public void H099_MillionItems_AreRefusedWithoutTakingMemory(string start, string item)
    {
        var json = Encoding.UTF8.GetBytes(start + string.Join(',', Enumerable.Repeat(item, 1_000_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Assert.Throws<FhirFormatException>(() => FhirJson.Read(json));

        Assert.Contains("more than 200000 list items", fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Fact]
    public void Read_HalfSurrogateInAName_IsAnUnknownName()
    {
        var name = Assert.Single(FhirText.Read<Practitioner>("""
            {"resourceType":"Practitioner","\ud83d":1,"name":[{"\ude00x":2,"_family":{"extension":[{"\ud83d":3,"valueString":"Putten",
              "u\u0072l":"http://hl7.org/fhir/StructureDefinition/humanname-own-name"}]}}]}
            """).Names);

        Assert.Equal("Putten", name.OwnName);
    }

    [Fact]
    public void Read_HalfSurrogateOrBrokenUtf8_ReadsAsAbsent()
    {
        byte[] json =
        [
            .. """{"resourceType":"Organization","name":"\ud83d","identifier":[{"system":"s","value":"\ude00\ud83d"},{"system":"t","value":"\ud83d\ude00"}],"telecom":[{"value":"a"""u8,
            0xC3, 0x28, .. "\"}],\"id\":\"o\"}"u8,
        ];

        var organization = Assert.IsType<Organization>(FhirJson.Read(json));

        Assert.Null(organization.Name);
        Assert.Equal([null, "\ud83d\ude00"], organization.Identifiers.Select(identifier => identifier.Value), StringComparer.Ordinal);
        Assert.Null(Assert.Single(organization.Telecom).Value);
        Assert.Equal("Organization/o", organization.Reference);
        Assert.Null(organization.NotUnderstood);
    }
}
