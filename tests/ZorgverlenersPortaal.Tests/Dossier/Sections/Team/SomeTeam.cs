using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Team;

/// <summary>Care teams and those in and around them. The clock of the tests stands at 10 March 2026.</summary>
internal static class SomeTeam
{
    public static JsonObject Team(string id = "t1", string patient = "p1", string status = "active", params JsonObject[] participants) => new()
    {
        ["resourceType"] = "CareTeam",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["name"] = "Behandelteam",
        ["subject"] = Some.Ref("Patient/" + patient),
        ["participant"] = new JsonArray([.. participants]),
    };

    public static JsonObject Participant(string reference, string? role = null, string? display = null)
    {
        var member = Some.Ref(reference);
        if (display is not null)
        {
            member["display"] = display;
        }
        var participant = new JsonObject { ["member"] = member };
        if (role is not null)
        {
            participant["role"] = new JsonArray(new JsonObject { ["text"] = role });
        }
        return participant;
    }

    public static JsonObject Person(string id = "rp1", string patient = "p1", string name = "M. Dochter", string relation = "01") => new()
    {
        ["resourceType"] = "RelatedPerson",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["patient"] = Some.Ref("Patient/" + patient),
        ["relationship"] = new JsonArray(Some.Concept("urn:oid:2.16.840.1.113883.2.4.3.11.22.472", relation, "Eerste relatie/contactpersoon")),
        ["name"] = new JsonArray(new JsonObject { ["text"] = name }),
        ["telecom"] = new JsonArray(Phone("078 000 1", "home"), Phone("06 000 2", "mobile"), Phone("06 000 9", "old")),
    };

    /// <summary>A specialist with a role and a number, at <c>Organization/hospital</c>.</summary>
    public static JsonObject[] Specialist(string id = "s1", string name = "Dr. A. Hart", string specialty = "Cardiologie") =>
    [
        Some.Practitioner("prac-" + id, null).With(p => p["name"] = new JsonArray(new JsonObject { ["text"] = name })),
        Some.Role("role-" + id, "Practitioner/prac-" + id).With(r =>
        {
            r["organization"] = Some.Ref("Organization/hospital");
            r["specialty"] = new JsonArray(new JsonObject { ["text"] = specialty });
            r["telecom"] = new JsonArray(Phone("078 000 20", "work"));
        }),
        Some.Organization("hospital", "06999901").With(o => o["name"] = "Ziekenhuis"),
    ];

    public static JsonObject Phone(string number, string use) => new() { ["system"] = "phone", ["value"] = number, ["use"] = use };

    public static JsonObject WithParticipants(this JsonObject encounter, params (string Code, string Reference, string? Display)[] all) =>
        encounter.With(e => e["participant"] = new JsonArray([.. all.Select(p =>
        {
            var individual = Some.Ref(p.Reference);
            if (p.Display is not null)
            {
                individual["display"] = p.Display;
            }
            return new JsonObject
            {
                ["type"] = new JsonArray(Some.Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", p.Code)),
                ["individual"] = individual,
            };
        })]));
}
