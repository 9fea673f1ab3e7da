using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// One resource type of a CapabilityStatement: interactions ("read", "search-type"), search parameters, includes
/// ("Encounter:subject").
/// </summary>
public sealed record CapabilityResource(string? Type)
{
    public IReadOnlyList<string> Interactions { get; private init; } = [];

    public IReadOnlyList<string> SearchParameters { get; private init; } = [];

    public IReadOnlyList<string> SearchIncludes { get; private init; } = [];

    internal static CapabilityResource? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? type = null;
        IReadOnlyList<string> interactions = [], parameters = [], includes = [];
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "type": type = r.Code(); break;
                case "interaction": interactions = r.List(ReadInteraction); break;
                case "searchParam": parameters = r.List(ReadParameter); break;
                case "searchInclude": includes = r.List(Element.Text); break;
                default: r.Unread(); break;
            }
        }
        return new CapabilityResource(type) { Interactions = interactions, SearchParameters = parameters, SearchIncludes = includes };
    }

    private static string? ReadInteraction(ref FhirReader r) => ReadOne(ref r, "code");

    private static string? ReadParameter(ref FhirReader r) => ReadOne(ref r, "name");

    private static string? ReadOne(ref FhirReader r, string name)
    {
        string? value = null;
        if (!r.BeginObject())
        {
            return null;
        }
        while (r.NextProperty())
        {
            if (r.Name.SequenceEqual(name))
            {
                value = r.Text();
            }
            else
            {
                r.Unread();
            }
        }
        return value;
    }
}
