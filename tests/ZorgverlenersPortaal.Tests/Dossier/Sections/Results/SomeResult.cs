using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>Results with sensible contents, of which a test names only what it is about.</summary>
internal static class SomeResult
{
    public const string Category = "http://terminology.hl7.org/CodeSystem/observation-category";
    public const string Interpretation = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    public const string Loinc = "http://loinc.org";

    public static readonly Uri Base = new("https://epd.example/fhir/");

    public static JsonObject Observation(string id = "o1", string name = "Kalium", string? value = "4.10", string at = "2026-03-08T09:30:00+01:00", string patient = "p1")
    {
        var observation = new JsonObject
        {
            ["resourceType"] = "Observation",
            ["id"] = id,
            ["meta"] = new JsonObject { ["versionId"] = "1" },
            ["status"] = "final",
            ["category"] = new JsonArray(Some.Concept(Category, "laboratory"), Some.Concept(Some.Snomed, "275711006")),
            ["code"] = Some.Concept(Loinc, name, name),
            ["subject"] = Some.Ref("Patient/" + patient),
            ["effectiveDateTime"] = at,
        };
        if (value is not null)
        {
            observation["valueQuantity"] = new JsonObject { ["value"] = JsonNode.Parse(value), ["unit"] = "mmol/L" };
        }
        return observation;
    }

    public static JsonObject Report(string id = "r1", string code = "363680008", string? conclusion = "Geen afwijkingen.", string at = "2026-03-08T10:00:00+01:00")
    {
        var report = new JsonObject
        {
            ["resourceType"] = "DiagnosticReport",
            ["id"] = id,
            ["meta"] = new JsonObject { ["versionId"] = "1" },
            ["status"] = "final",
            ["code"] = Some.Concept(Some.Snomed, code, "Onderzoek " + code),
            ["subject"] = Some.Ref("Patient/p1"),
            ["effectiveDateTime"] = at,
        };
        if (conclusion is not null)
        {
            report["conclusion"] = conclusion;
        }
        return report;
    }

    public static JsonArray Members(params string[] ids) => new([.. ids.Select(id => Some.Ref("Observation/" + id))]);

    /// <summary>What the page gets of these resources.</summary>
    public static IReadOnlyList<ResultSpecialty> Read(params JsonObject[] resources) =>
        new ResultReader(new ResultGrouping(new ResultsOptions()), Base, new FakeClock().GetUtcNow()).Read([.. resources.Select(r => FhirJson.Read(Encoding.UTF8.GetBytes(r.ToJsonString())))]);

    /// <summary>The only line there is.</summary>
    public static TestResult Only(params JsonObject[] resources) => Assert.Single(Assert.Single(Read(resources)).Results);

    /// <summary>The only report there is.</summary>
    public static ResultReport OnlyReport(params JsonObject[] resources) => Assert.Single(Read(resources).SelectMany(s => s.Reports));
}
