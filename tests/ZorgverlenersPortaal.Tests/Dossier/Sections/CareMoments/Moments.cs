using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.CareMoments;

/// <summary>Care moments with sensible contents, as FHIR. The clock of the tests stands at 10 March 2026.</summary>
internal static class Moments
{
    public static JsonObject Appointment(string id = "ap1", string patient = "p1", string status = "booked", string? start = "2026-03-12T09:00:00Z", string? end = null)
    {
        var made = Resource("Appointment", id, status);
        made["serviceType"] = new JsonArray(Text("Controle cardiologie"));
        Set(made, "start", start);
        Set(made, "end", end);
        made["participant"] = new JsonArray(
            Actor("Patient/" + patient), Actor("PractitionerRole/r9", "Dr. A. Hart"), Actor("Location/l1", "Poli 3"), Actor("RelatedPerson/rp", "Dochter"));
        return made;
    }

    public static JsonObject Procedure(string id = "op1", string patient = "p1", string status = "completed")
    {
        var made = Resource("Procedure", id, status);
        made["subject"] = Some.Ref("Patient/" + patient);
        made["category"] = Some.Concept(Some.Snomed, "387713003");
        made["code"] = Text("Heupprothese");
        made["performedDateTime"] = "2026-03-01";
        return made;
    }

    public static JsonObject Request(string id = "rq1", string patient = "p1", string status = "active", string intent = "order")
    {
        var made = Resource("ServiceRequest", id, status);
        made["intent"] = intent;
        made["subject"] = Some.Ref("Patient/" + patient);
        made["code"] = Text("Knieprothese");
        made["occurrenceDateTime"] = "2026-04-01";
        made["authoredOn"] = "2026-02-01";
        return made;
    }

    public static JsonObject Referral(string id = "rf1", string status = "active") =>
        Request(id, status: status).With(r => r["code"] = Some.Concept(Some.Snomed, "3457005", "Verwijzing"));

    public static JsonObject Text(string text) => new() { ["text"] = text };

    public static JsonObject Actor(string reference, string? display = null)
    {
        var actor = Some.Ref(reference);
        Set(actor, "display", display);
        return new() { ["actor"] = actor, ["status"] = "accepted" };
    }

    private static JsonObject Resource(string type, string id, string status) => new()
    {
        ["resourceType"] = type,
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
    };

    private static void Set(JsonObject target, string name, string? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
