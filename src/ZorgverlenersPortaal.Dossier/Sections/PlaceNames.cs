using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Names and telephone numbers of the places that were fetched beside a section.</summary>
internal sealed class PlaceNames(IEnumerable<Location> locations, Uri baseAddress)
{
    private readonly Dictionary<string, Location> _places = locations
        .Where(l => l.Id is not null).DistinctBy(l => l.Id, StringComparer.Ordinal).ToDictionary(l => l.Id!, StringComparer.Ordinal);

    /// <summary>The fetched name, else the one the reference holds.</summary>
    public (string? Name, string? Phone) Find(FhirReference? reference, Resource owner)
    {
        var id = reference is null ? null : ReferenceResolver.Resolve(reference, baseAddress) switch
        {
            { Kind: ReferenceKind.Resource, Type: "Location", Id: { } found } => found,
            _ => null,
        };
        return id is not null && _places.TryGetValue(id, out var place)
            ? (Words.Of(place.Name) ?? Words.Name(reference, owner), place.Telecom.FirstOrDefault(t => t is { System: "phone", Use: not "old" })?.Value)
            : (Words.Name(reference, owner), null);
    }
}
