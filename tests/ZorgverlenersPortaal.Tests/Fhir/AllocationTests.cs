using System.Globalization;
using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Bytes allocated per byte of JSON are the same on every machine, so they can be held to (perf.md goal 11).</summary>
public class AllocationTests
{
    private const double MostPerByte = 0.7;

    [Fact]
    public void Read_PageOfSearchResults_AllocatesLessThanItsJson()
    {
        var json = Page(200);
        FhirJson.Read(json);
        var before = GC.GetAllocatedBytesForCurrentThread();

        FhirJson.Read(json);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)json.Length, 0, MostPerByte);
    }

    [Fact]
    public void Read_ResourceTypeLast_AllocatesNoMore()
    {
        var json = Page(200);
        var reversed = FhirText.Reversed(json);
        FhirJson.Read(reversed);
        var before = GC.GetAllocatedBytesForCurrentThread();

        FhirJson.Read(reversed);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)json.Length, 0, MostPerByte);
    }

    private static byte[] Page(int count)
    {
        var entries = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $$$"""
            {"fullUrl":"https://epd.ziekenhuis.example/fhir/r4/Condition/6f88c714-1a2c-123f-8134-5fabd6e{{{i + 10000}}}","resource":{"resourceType":"Condition",
            "id":"6f88c714-1a2c-123f-8134-5fabd6e{{{i + 10000}}}","meta":{"versionId":"1","lastUpdated":"2026-02-27T11:00:00+01:00","profile":["http://nictiz.nl/fhir/StructureDefinition/nl-core-Problem"]},
            "identifier":[{"system":"urn:oid:2.16.840.1.113883.2.4.3.11.999.7.1","value":"{{{i + 43150449}}}"}],
            "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active","display":"Active"}]},
            "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed","display":"Confirmed"}]},
            "code":{"coding":[{"system":"http://snomed.info/sct","code":"{{{i % 7 + 44054006}}}","display":"Diabetes mellitus type {{{i % 7}}}"}],"text":"Diabetes mellitus type {{{i % 7}}}"},
            "subject":{"reference":"Patient/p-1","type":"Patient","display":"Test Proefpersoon-van der Voorbeeld"},"onsetDateTime":"2026-03-01T00:00:00+01:00",
            "recordedDate":"2026-03-01T00:00:00+01:00","recorder":{"reference":"Practitioner/pr-{{{i % 40}}}","type":"Practitioner","display":"Internist Test {{{i % 40}}}"},
            "note":[{"text":"Onder controle bij de polikliniek interne geneeskunde; volgende controle over drie maanden."}]},"search":{"mode":"match"}}
            """));
        return Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"searchset","entry":[{{string.Join(',', entries)}}]}""");
    }
}
