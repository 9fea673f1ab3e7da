using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Versions of resources, and an EPD that says it keeps them.</summary>
public static class SomePast
{
    private static readonly string[] _types = ["Consent", "Condition", "AllergyIntolerance", "Encounter", "MedicationRequest", "MedicationStatement", "MedicationDispense", "Patient"];

    /// <summary>The resource as a version stored at a time.</summary>
    public static JsonObject Version(this JsonObject resource, string version, string stored) =>
        resource.With(r => r["meta"] = new JsonObject { ["versionId"] = version, ["lastUpdated"] = stored });

    /// <summary>A history Bundle, in this order.</summary>
    public static JsonObject History(params JsonObject[] versions) => Some.Bundle(versions).With(b => b["type"] = "history");

    /// <summary>A statement that every type of the page of the past has these interactions.</summary>
    public static JsonObject Statement(params string[] interactions) => new()
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["fhirVersion"] = "4.0.1",
        ["rest"] = new JsonArray(new JsonObject
        {
            ["mode"] = "server",
            ["resource"] = new JsonArray([.. _types.Select(type => new JsonObject
            {
                ["type"] = type,
                ["interaction"] = new JsonArray([.. interactions.Select(code => new JsonObject { ["code"] = code })]),
            })]),
        }),
    };
}
