using System.Text;

namespace ZorgverlenersPortaal.Tests.Fhir.Definitions;

/// <summary>The way from a resource to one element, and the JSON of a resource with nothing but that element in it.</summary>
internal sealed record ElementPath(string ResourceType, IReadOnlyList<ElementDefinition> Steps)
{
    public ElementDefinition Element => Steps[^1];

    public ElementPath Parent => this with { Steps = [.. Steps.SkipLast(1)] };

    public int Lists => Steps.Count(step => step.IsList);

    public override string ToString() => $"{ResourceType}.{string.Join('.', Steps.Select(step => step.JsonName))}";

    public ElementPath Then(ElementDefinition element) => this with { Steps = [.. Steps, element] };

    /// <summary>The resource with the element holding this value; the path's lists have one item each, or two at <paramref name="doubled"/>.</summary>
    public byte[] With(string value, int doubled = -1) => Write(Element.IsList ? Listed(value, doubled == Steps.Count - 1) : value, doubled);

    /// <summary>The resource with this as the element's whole value, be it a list or not.</summary>
    public byte[] WithRaw(string raw) => Write(raw, doubled: -1);

    /// <summary>The same resource without the element.</summary>
    public byte[] Without() => Write(raw: null, doubled: -1);

    private byte[] Write(string? raw, int doubled)
    {
        var content = raw is null ? "" : Property(Element.JsonName, raw);
        for (var i = Steps.Count - 2; i >= 0; i--)
        {
            var item = $"{{{Join(SampleValues.Companions(Steps[i].Path, Steps[i + 1].JsonName), content)}}}";
            content = Property(Steps[i].JsonName, Steps[i].IsList ? Listed(item, doubled == i) : item);
        }
        return Encoding.UTF8.GetBytes($"{{{Join(Property("resourceType", $"\"{ResourceType}\""), content)}}}");
    }

    private static string Property(string name, string value) => $"\"{name}\":{value}";

    private static string Join(string first, string second) => first.Length > 0 && second.Length > 0 ? $"{first},{second}" : first + second;

    private static string Listed(string item, bool isDoubled) => isDoubled ? $"[{item},{item}]" : $"[{item}]";
}
