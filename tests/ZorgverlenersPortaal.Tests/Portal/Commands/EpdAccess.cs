using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>One line of a hospital's access log, and how it writes it down.</summary>
public sealed record EpdAccess(string Time, string Client, string? Request, string? Patient)
{
    public string Csv => $"{Time},{Client},{Request},{(Patient is null ? "" : "Patient/" + Patient)}";

    /// <summary>As IHE BALP has it: PatientRead where there is a patient.</summary>
    public JsonObject AuditEvent(int number) => new()
    {
        ["resourceType"] = "AuditEvent",
        ["id"] = number.ToString(CultureInfo.InvariantCulture),
        ["type"] = Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest"),
        ["action"] = "R",
        ["recorded"] = Time,
        ["outcome"] = "0",
        ["agent"] = new JsonArray(
            new JsonObject { ["type"] = Concept("110153"), ["who"] = new JsonObject { ["display"] = "EPD" }, ["requestor"] = false },
            new JsonObject { ["type"] = Concept("110152"), ["who"] = new JsonObject { ["identifier"] = new JsonObject { ["value"] = Client } }, ["requestor"] = true }),
        ["source"] = new JsonObject { ["observer"] = new JsonObject { ["display"] = "EPD" } },
        ["entity"] = new JsonArray([.. Entities]),
    };

    private IEnumerable<JsonNode> Entities
    {
        get
        {
            if (Patient is not null)
            {
                yield return new JsonObject
                {
                    ["what"] = new JsonObject { ["reference"] = $"https://epd.example/fhir/Patient/{Patient}" },
                    ["type"] = Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1"),
                    ["role"] = Coding("http://terminology.hl7.org/CodeSystem/object-role", "1"),
                };
            }
            if (Request is not null)
            {
                yield return new JsonObject
                {
                    ["what"] = new JsonObject { ["identifier"] = new JsonObject { ["value"] = Request } },
                    ["type"] = Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId"),
                };
            }
        }
    }

    private static JsonObject Coding(string system, string code) => new() { ["system"] = system, ["code"] = code };

    private static JsonObject Concept(string code) => new() { ["coding"] = new JsonArray(Coding("http://dicom.nema.org/resources/ontology/DCM", code)) };
}
