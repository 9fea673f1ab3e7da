using System.Text.Json;
using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>HL7's JSON schema of R4: what in a resource is not as it says. Knows the words that schema uses, and no others.</summary>
internal static class R4Schema
{
    private static readonly Lazy<JsonElement> _definitions = new(Load);

    /// <summary>Every fault, as a path and what is wrong there; none for a valid resource.</summary>
    public static IReadOnlyList<string> Faults(JsonElement resource) => [.. OfResource(resource, "$")];

    private static IEnumerable<string> OfResource(JsonElement value, string path) =>
        value.TryGetProperty("resourceType", out var type) && _definitions.Value.TryGetProperty(type.GetString()!, out var schema)
            ? Of(value, schema, path)
            : [$"{path}: no resource of R4"];

    private static IEnumerable<string> Of(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return name == "ResourceList" ? OfResource(value, path) : Of(value, _definitions.Value.GetProperty(name), path);
        }
        return schema.TryGetProperty("items", out var items) ? OfList(value, items, path)
            : schema.TryGetProperty("properties", out var properties) ? OfObject(value, schema, properties, path)
            : OfValue(value, schema, path);
    }

    private static IEnumerable<string> OfList(JsonElement value, JsonElement items, string path) =>
        value.ValueKind != JsonValueKind.Array ? [$"{path}: no array"]
        // FHIR, not the schema, forbids an empty one.
        : value.GetArrayLength() == 0 ? [$"{path}: empty"]
        : value.EnumerateArray().SelectMany((item, at) => Of(item, items, $"{path}[{at}]"));

    private static IEnumerable<string> OfObject(JsonElement value, JsonElement schema, JsonElement properties, string path)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().Any())
        {
            return [$"{path}: no object, or an empty one"];
        }
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        return required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}: lacks {name}")
            .Concat(value.EnumerateObject().SelectMany(property => properties.TryGetProperty(property.Name, out var its)
                ? Of(property.Value, its, $"{path}.{property.Name}")
                : [$"{path}: unknown {property.Name}"]));
    }

    private static IEnumerable<string> OfValue(JsonElement value, JsonElement schema, string path)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if ((schema.TryGetProperty("const", out var constant) && constant.GetString() != text)
            || (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.GetString() == text))
            || (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(5)))
            || (schema.TryGetProperty("type", out var type) && type.GetString() != Kind(value)))
        {
            yield return $"{path}: '{text}'";
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "other",
    };

    private static JsonElement Load()
    {
        var path = Repository.Path("tests", "definitions", "node_modules", "@medplum", "definitions", "dist", "fhir", "r4", "fhir.schema.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty("definitions").Clone();
    }
}
