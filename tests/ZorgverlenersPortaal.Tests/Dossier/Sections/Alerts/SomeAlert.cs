using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Alerts;

/// <summary>Flags with sensible contents. The clock of the tests stands at 10 March 2026.</summary>
internal static class SomeAlert
{
    public const string Detail = "http://hl7.org/fhir/StructureDefinition/flag-detail";
    public const string Comment = "http://nictiz.nl/fhir/StructureDefinition/ext-Comment";

    /// <summary>Carrier of MRSA, as Nictiz has it.</summary>
    public static JsonObject Flag(string id = "f1", string patient = "p1", string status = "active", string code = "432415000", string name = "Drager van MRSA") => new()
    {
        ["resourceType"] = "Flag",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["category"] = new JsonArray(Some.Concept("http://loinc.org", "74018-3", "Alert")),
        ["code"] = Some.Concept(Some.Snomed, code, name),
        ["subject"] = Some.Ref("Patient/" + patient),
        ["period"] = new JsonObject { ["start"] = "2010-06" },
    };

    /// <summary>One whose words stand in a problem.</summary>
    public static JsonObject Pointing(string to = "Condition/d1", string id = "f1") => Flag(id).With(f =>
    {
        f["code"] = Some.Concept("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-applicable", "Not Applicable");
        f["extension"] = new JsonArray(new JsonObject { ["url"] = Detail, ["valueReference"] = Some.Ref(to) });
    });
}
