using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>The FHIR data types that recur, as JSON nodes.</summary>
internal static class Part
{
    public static JsonObject Resource(string type, string id, string? profile = null)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        if (profile is not null)
        {
            resource["meta"] = new JsonObject { ["profile"] = new JsonArray(CodeSystems.Profile + profile) };
        }

        return resource;
    }

    public static JsonObject Coding(string system, string code, string? display = null)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null)
        {
            coding["display"] = display;
        }

        return coding;
    }

    public static JsonObject Concept(string system, string code, string? display = null)
    {
        var concept = new JsonObject { ["coding"] = new JsonArray(Coding(system, code, display)) };
        if (display is not null)
        {
            concept["text"] = display;
        }

        return concept;
    }

    public static JsonObject Concept(Term term) => Concept(term.System, term.Code, term.Text);

    public static JsonObject Text(string text) => new() { ["text"] = text };

    public static JsonObject Reference(string type, string id, string? display = null)
    {
        var reference = new JsonObject { ["reference"] = type + "/" + id, ["type"] = type };
        if (display is not null)
        {
            reference["display"] = display;
        }

        return reference;
    }

    public static JsonObject Identifier(string system, string value) =>
        new() { ["system"] = system, ["value"] = value };

    public static JsonObject Period(DateTimeOffset? start, DateTimeOffset? end = null)
    {
        var period = new JsonObject();
        if (start is { } from)
        {
            period["start"] = HospitalCalendar.Stamp(from);
        }

        if (end is { } until)
        {
            period["end"] = HospitalCalendar.Stamp(until);
        }

        return period;
    }

    public static JsonObject Phone(string number, string? use = null)
    {
        var phone = new JsonObject { ["system"] = "phone", ["value"] = number };
        if (use is not null)
        {
            phone["use"] = use;
        }

        return phone;
    }

    public static JsonObject Extension(string url, string valueName, JsonNode value) =>
        new() { ["url"] = url, [valueName] = value };

    /// <summary>A quantity; the number is written with the digits it was given, also a zero at the end.</summary>
    public static JsonObject Quantity(string number, string unit, string? ucum = null)
    {
        var quantity = new JsonObject { ["value"] = JsonNode.Parse(number), ["unit"] = unit };
        if (ucum is not null)
        {
            quantity["system"] = CodeSystems.Ucum;
            quantity["code"] = ucum;
        }

        return quantity;
    }
}
