using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>FHIR resources with sensible contents, of which a test names only what it is about. The BSNs are test numbers.</summary>
public static class Some
{
    public const string BsnSystem = "http://fhir.nl/fhir/NamingSystem/bsn";
    public const string AgbSystem = "http://fhir.nl/fhir/NamingSystem/agb-z";
    public const string AgbOid = "urn:oid:2.16.840.1.113883.2.4.6.1";
    public const string Snomed = "http://snomed.info/sct";

    /// <summary>The AGB code of the doctor who looks, unless a test says otherwise.</summary>
    public const string Agb = "01234567";

    /// <summary>Modifier extension nobody knows (R10).</summary>
    public static JsonArray UnknownModifier => [new JsonObject { ["url"] = "http://hospital.example/not-this", ["valueBoolean"] = true }];

    public static JsonObject Patient(string id = "p1", string? bsn = "999900018", params JsonObject[] gp) => new()
    {
        ["resourceType"] = "Patient",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["identifier"] = bsn is null ? [] : new JsonArray(Identifier(BsnSystem, bsn)),
        ["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["family"] = "Test-" + id, ["given"] = new JsonArray("Johanna") }),
        ["gender"] = "female",
        ["birthDate"] = "1948-02-29",
        ["generalPractitioner"] = new JsonArray([.. gp.Length == 0 ? [Ref("Practitioner/gp1")] : gp]),
    };

    public static JsonObject Practitioner(string id = "gp1", string? agb = Agb, string system = AgbSystem) => new()
    {
        ["resourceType"] = "Practitioner",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "3" },
        ["identifier"] = agb is null ? [] : new JsonArray(Identifier(system, agb)),
        ["name"] = new JsonArray(new JsonObject { ["family"] = "Dokter-" + id }),
    };

    public static JsonObject Role(string id = "role1", string practitioner = "Practitioner/gp1") => new()
    {
        ["resourceType"] = "PractitionerRole",
        ["id"] = id,
        ["practitioner"] = Ref(practitioner),
        ["organization"] = Ref("Organization/practice1"),
    };

    public static JsonObject Organization(string id = "practice1", string agb = Agb) => new()
    {
        ["resourceType"] = "Organization",
        ["id"] = id,
        ["identifier"] = new JsonArray(Identifier(AgbSystem, agb)),
        ["name"] = "Praktijk",
    };

    public static JsonObject Encounter(string id = "e1", string patient = "p1", string? status = "in-progress", string? start = "2026-03-08T09:30:00+01:00", string? end = null, string? @class = "IMP") => new JsonObject
    {
        ["resourceType"] = "Encounter",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["class"] = @class is null ? null : new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ActCode", ["code"] = @class },
        ["subject"] = Ref("Patient/" + patient),
        ["period"] = Period(start, end),
    }.Trimmed();

    public static JsonObject Location(string id = "l1", string name = "Cardiologie", string? phone = null) => new()
    {
        ["resourceType"] = "Location",
        ["id"] = id,
        ["name"] = name,
        ["telecom"] = phone is null ? [] : new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = phone }),
    };

    /// <summary>A treatment directive as nl-core has it: "niet reanimeren".</summary>
    public static JsonObject Consent(string id = "c1", string patient = "p1", string? type = "deny", string? treatment = "89666000", string? status = "active") => new JsonObject
    {
        ["resourceType"] = "Consent",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"),
        ["category"] = new JsonArray(Concept(Snomed, "129125009")),
        ["patient"] = Ref("Patient/" + patient),
        ["dateTime"] = "2026-01-15",
        ["provision"] = Provision(type, treatment),
    }.Trimmed();

    public static JsonObject Condition(string id = "d1", string patient = "p1", string text = "Hartfalen") => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        ["code"] = new JsonObject { ["text"] = text },
        ["subject"] = Ref("Patient/" + patient),
        ["recordedDate"] = "2025-11-02",
    };

    public static JsonObject Allergy(string id = "a1", string patient = "p1", string text = "Penicilline") => new()
    {
        ["resourceType"] = "AllergyIntolerance",
        ["id"] = id,
        ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active"),
        ["code"] = new JsonObject { ["text"] = text },
        ["patient"] = Ref("Patient/" + patient),
    };

    public static JsonObject Document(string id = "doc1", string patient = "p1", string? url = "Binary/b1", string contentType = "application/pdf") => new JsonObject
    {
        ["resourceType"] = "DocumentReference",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "2" },
        ["status"] = "current",
        ["docStatus"] = "final",
        ["type"] = new JsonObject { ["text"] = "Ontslagbrief" },
        ["subject"] = Ref("Patient/" + patient),
        ["date"] = "2026-03-09T22:30:00Z",
        ["content"] = new JsonArray(new JsonObject { ["attachment"] = new JsonObject { ["contentType"] = contentType, ["url"] = url }.Trimmed() }),
    }.Trimmed();

    public static JsonObject Outcome(string severity = "error", string code = "exception", string? detail = null) => new JsonObject
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = severity,
            ["code"] = code,
            ["details"] = detail is null ? null : Concept("urn:oid:1.2.840.114350.1.13.0.1.7.2.657369", detail),
        }.Trimmed()),
    };

    public static JsonObject Bundle(params JsonObject[] resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(r => new JsonObject { ["resource"] = r.DeepClone() })]),
    };

    public static JsonObject Link(string relation, string url) => new() { ["relation"] = relation, ["url"] = url };

    /// <summary>The bundle with links added.</summary>
    public static JsonObject Linked(JsonObject bundle, params (string Relation, string Url)[] links) =>
        bundle.With(b => b["link"] = new JsonArray([.. links.Select(l => Link(l.Relation, l.Url))]));

    public static JsonObject Ref(string reference) => new() { ["reference"] = reference };

    /// <summary>A reference that is only a number.</summary>
    public static JsonObject Known(string value, string? type = null, string system = AgbSystem) => new JsonObject
    {
        ["type"] = type,
        ["identifier"] = Identifier(system, value),
    }.Trimmed();

    public static JsonObject Identifier(string system, string? value) => new JsonObject { ["system"] = system, ["value"] = value }.Trimmed();

    public static JsonObject Concept(string system, string code, string? display = null) => new JsonObject
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = display }.Trimmed()),
    };

    public static JsonObject? Period(string? start, string? end) =>
        start is null && end is null ? null : new JsonObject { ["start"] = start, ["end"] = end }.Trimmed();

    /// <summary>The same resource after a change: <c>Some.Role().With(r => r["active"] = false)</c>.</summary>
    public static JsonObject With(this JsonObject resource, Action<JsonObject> change)
    {
        change(resource);
        return resource;
    }

    private static JsonObject Provision(string? type, string? treatment) => new JsonObject
    {
        ["type"] = type,
        ["code"] = treatment is null ? null : new JsonArray(Concept(Snomed, treatment)),
    }.Trimmed();

    /// <summary>FHIR knows no null for an absent element.</summary>
    private static JsonObject Trimmed(this JsonObject made)
    {
        foreach (var name in made.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            made.Remove(name);
        }
        return made;
    }
}
