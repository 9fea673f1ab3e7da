using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>The resource types and element classes of our reader, found by reflection, and what R4 says of each.</summary>
internal static class ReadTypes
{
    /// <summary>Every public class of a resource type; OtherResource is what has no class.</summary>
    public static IReadOnlyList<Type> Resources { get; } =
        [.. typeof(Resource).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Resource)) && !type.IsAbstract && type != typeof(OtherResource)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static readonly Dictionary<string, Lazy<IReadOnlyList<ElementNode>>> _elements =
        Names().ToDictionary(name => name, name => new Lazy<IReadOnlyList<ElementNode>>(() => ElementNode.Of(name)), StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Names()];

    /// <summary>Every element of every type.</summary>
    public static IEnumerable<ElementNode> Elements => Names().SelectMany(ElementsOf);

    /// <summary>Every element of one type.</summary>
    public static IEnumerable<ElementNode> ElementsOf(string name) => _elements[name].Value.SelectMany(node => node.SelfAndParts());

    /// <summary>Our classes that a resource holds, itself and all resources included.</summary>
    public static IReadOnlySet<Type> Classes()
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>(Resources);
        while (waiting.TryPop(out var type))
        {
            if (found.Add(type))
            {
                foreach (var kind in ReadProperty.PropertiesOf(type).Select(ReadProperty.KindOf).Where(ReadProperty.HasParts))
                {
                    waiting.Push(kind);
                }
            }
        }
        return found;
    }

    public static Resource Read(string json) => FhirJson.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>True when the resource, or one in it, says that it is not understood.</summary>
    public static bool Refuses(byte[] json) =>
        ReadProperty.All(FhirJson.Read(json)).Values.Any(one => one.IsRefusal && one.Value.Length > 0);

    private static IEnumerable<string> Names() => Resources.Select(type => type.Name);
}
