using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>An element of a resource, which public properties a valid value of it moves, and the elements within it.</summary>
internal sealed record ElementNode(ElementPath Path, IReadOnlyList<ReadProperty> Moved, IReadOnlyList<ElementNode> Parts)
{
    /// <summary>True when anything of it can be seen from the outside.</summary>
    public bool IsRead => Moved.Count > 0 || Parts.Any(part => part.IsRead);

    public IEnumerable<ElementNode> SelfAndParts() => [this, .. Parts.SelectMany(part => part.SelfAndParts())];

    /// <summary>Every element of the resource type, to the depth at which types come round again.</summary>
    public static IReadOnlyList<ElementNode> Of(string resourceType) => Under(new ElementPath(resourceType, []), resourceType, [resourceType]);

    private static List<ElementNode> Under(ElementPath path, string content, IReadOnlyList<string> outer)
    {
        var nodes = new List<ElementNode>();
        foreach (var element in R4Definitions.Under(content).Where(element => IsOwn(element, path)))
        {
            var here = path.Then(element);
            var inner = R4Definitions.ContentOf(element);
            // Reference.identifier.assigner is a Reference again: one round is enough.
            var parts = !R4Definitions.IsComplex(element) || outer.Contains(inner) ? [] : Under(here, inner, [.. outer, inner]);
            var moved = ReadProperty.Moved(Read(here.Without()), Read(here.With(SampleValues.Valid(element))));
            nodes.Add(new ElementNode(here, [.. moved.Where(one => !one.IsRefusal)], parts));
        }
        return nodes;
    }

    /// <summary>Extensions have rules of their own; an element's id is for the XML of old.</summary>
    private static bool IsOwn(ElementDefinition element, ElementPath path) =>
        element.Type is not "Extension" && (path.Steps.Count == 0 || element.JsonName is not "id");

    private static Dictionary<string, ReadProperty> Read(byte[] json) => ReadProperty.All(FhirJson.Read(json));
}
