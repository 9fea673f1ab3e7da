using System.Text.Json;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>HL7's own definitions of R4's resources and data types; the build fetches them (tests/definitions).</summary>
internal static class R4Definitions
{
    private const string SystemTypes = "http://hl7.org/fhirpath/System.";
    // The package that brings the definitions adds this one of R4B.
    private const string OfR4B = "SubscriptionStatus";
    private static readonly Lazy<ILookup<string, ElementDefinition>> _byParent = new(Load);

    /// <summary>The elements directly under a type ("Patient") or a part of one ("Patient.link").</summary>
    public static IReadOnlyList<ElementDefinition> Under(string path) => [.. _byParent.Value[path]];

    /// <summary>Where the content of an element is defined: itself, the element it repeats, or its data type.</summary>
    public static string ContentOf(ElementDefinition element) =>
        element.SameAs ?? (_byParent.Value.Contains(element.Path) ? element.Path : element.Type);

    /// <summary>True for a part that R4 writes as an object.</summary>
    public static bool IsComplex(ElementDefinition element) =>
        element.SameAs is not null || (element.Type is not "Resource" && char.IsUpper(element.Type.FirstOrDefault()));

    /// <summary>The types that a server can hold.</summary>
    public static IReadOnlyList<string> ResourceTypes() => Read("profiles-resources.json", Held).FindAll(name => name is not OfR4B);

    private static IEnumerable<string> Held(JsonElement definition)
    {
        var isAbstract = definition.TryGetProperty("abstract", out var marked) && marked.GetBoolean();
        return isAbstract || !definition.GetProperty("kind").ValueEquals("resource") ? [] : [Text(definition, "name")!];
    }

    private static ILookup<string, ElementDefinition> Load() =>
        new[] { "profiles-types.json", "profiles-resources.json" }.SelectMany(file => Read(file, Elements)).ToLookup(element => element.Path[..element.Path.LastIndexOf('.')], StringComparer.Ordinal);

    private static List<T> Read<T>(string file, Func<JsonElement, IEnumerable<T>> take)
    {
        var path = Repository.Path("tests", "definitions", "node_modules", "@medplum", "definitions", "dist", "fhir", "r4", file);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")).Where(IsType).SelectMany(take)];
    }

    /// <summary>A type of its own, not a search parameter, an operation or a profile that narrows a type (SimpleQuantity).</summary>
    private static bool IsType(JsonElement resource) =>
        resource.GetProperty("resourceType").ValueEquals("StructureDefinition")
        && !(resource.TryGetProperty("derivation", out var derivation) && derivation.ValueEquals("constraint"));

    private static IEnumerable<ElementDefinition> Elements(JsonElement definition) =>
        definition.TryGetProperty("snapshot", out var snapshot)
            ? snapshot.GetProperty("element").EnumerateArray().Where(element => Text(element, "path")!.Contains('.', StringComparison.Ordinal)).SelectMany(PerType)
            : [];

    private static IEnumerable<ElementDefinition> PerType(JsonElement element)
    {
        var path = Text(element, "path")!;
        var name = path[(path.LastIndexOf('.') + 1)..];
        var plain = new ElementDefinition(path, name, "", Text(element, "max") is not "1", element.TryGetProperty("isModifier", out var modifier) && modifier.GetBoolean())
        {
            CanBeError = Text(element, "short")?.Contains("entered-in-error", StringComparison.Ordinal) is true,
        };
        if (Text(element, "contentReference") is { } same)
        {
            return [plain with { SameAs = same[(same.LastIndexOf('#') + 1)..] }];
        }
        var types = element.TryGetProperty("type", out var all) ? all.EnumerateArray().Select(type => TypeName(Text(type, "code")!)).ToList() : [];
        return name.EndsWith("[x]", StringComparison.Ordinal)
            ? types.Select(type => plain with { JsonName = name[..^3] + char.ToUpperInvariant(type[0]) + type[1..], Type = type, Choice = path })
            : [plain with { Type = types.FirstOrDefault() ?? "" }];
    }

    private static string TypeName(string code) => code.StartsWith(SystemTypes, StringComparison.Ordinal) ? "string" : code;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
