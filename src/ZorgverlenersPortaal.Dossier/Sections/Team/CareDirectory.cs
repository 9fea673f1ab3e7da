using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Who is behind a reference to a doctor or organization, by the resources that came along, were fetched or are contained.</summary>
internal sealed class CareDirectory(IEnumerable<Resource> resources, Uri baseAddress, DateTimeOffset now)
{
    private readonly Dictionary<string, Resource> _entries = resources
        .Where(r => r.Id is not null && IsEntry(r)).DistinctBy(r => r.Reference, StringComparer.Ordinal).ToDictionary(r => r.Reference, StringComparer.Ordinal);

    /// <summary>Types that the directory holds.</summary>
    public static bool IsEntry(Resource resource) => resource is Practitioner or PractitionerRole or Organization;

    /// <summary>What is known; the reference's own words where the resource is not there or not understood.</summary>
    public DirectoryEntry Find(FhirReference? reference, Resource owner)
    {
        if (reference is null)
        {
            return DirectoryEntry.Unknown;
        }
        var entry = Lookup(reference, owner) switch
        {
            { NotUnderstood: not null } => DirectoryEntry.Unknown,
            Organization organization => Of(organization),
            Practitioner practitioner => Of(practitioner),
            PractitionerRole role => Of(role, owner),
            _ => DirectoryEntry.Unknown,
        };
        return entry.Name is null ? entry with { Name = Words.Of(reference.Display) } : entry;
    }

    /// <summary>
    /// "Type/id" of what is pointed at and not there, one step further too: a role's person and organization. Only what can be
    /// asked of the EPD.
    /// </summary>
    public IEnumerable<string> Missing(FhirReference? reference, Resource owner)
    {
        if (reference is null)
        {
            return [];
        }
        var target = ReferenceResolver.Resolve(reference, baseAddress);
        if (target is { Kind: ReferenceKind.Resource, Type: "Practitioner" or "PractitionerRole" or "Organization", Reference: { } key } && !_entries.ContainsKey(key))
        {
            return [key];
        }
        // Not through another role: a role that names a role would never end.
        return Lookup(reference, owner) is PractitionerRole role
            ? new[] { role.Practitioner, role.Organization }.Where(r => r is not null && TypeOf(r, owner) is not "PractitionerRole").SelectMany(r => Missing(r, Owner(role, owner)))
            : [];
    }

    private string? TypeOf(FhirReference reference, Resource owner) => Lookup(reference, owner)?.ResourceType ?? ReferenceResolver.Resolve(reference, baseAddress).Type;

    /// <summary>What a contained role points at with "#" is contained in the same resource.</summary>
    private static Resource Owner(PractitionerRole role, Resource owner) => owner.Contained.Contains(role) ? owner : role;

    private Resource? Lookup(FhirReference reference, Resource owner) => ReferenceResolver.Resolve(reference, baseAddress) switch
    {
        { Kind: ReferenceKind.Contained, Id: { } id } => owner.FindContained(id),
        { Reference: { } key } => _entries.GetValueOrDefault(key),
        _ => null,
    };

    private static DirectoryEntry Of(Organization organization) =>
        new(Words.Of(organization.Name), Phone: organization.Active is false ? null : Phone(organization.Telecom));

    private static DirectoryEntry Of(Practitioner practitioner) =>
        new(
            practitioner.Names.OrderBy(n => n.Use is "old" or "temp").Select(n => Words.Of(n.Show)).FirstOrDefault(n => n is not null),
            Phone: practitioner.Active is false ? null : Phone(practitioner.Telecom));

    private DirectoryEntry Of(PractitionerRole role, Resource outer)
    {
        var owner = Owner(role, outer);
        var person = role.Practitioner is { } who && Lookup(who, owner) is not PractitionerRole ? Find(who, owner) : DirectoryEntry.Unknown;
        var place = role.Organization is { } where && Lookup(where, owner) is not PractitionerRole ? Find(where, owner) : DirectoryEntry.Unknown;
        var isOver = role.Active is false || Periods.EndedBefore(role.Period, now);
        var specialty = Words.Of(role.Specialties);
        return new(person.Name, Words.Of(role.Codes), specialty, place.Name, isOver ? null : Phone(role.Telecom) ?? place.Phone ?? person.Phone);
    }

    /// <summary>A number at work before one that does not say; a private one is nobody's business here.</summary>
    private static string? Phone(IEnumerable<ContactPoint> telecom) => telecom
        .Where(t => t is { System: "phone", Use: not ("old" or "home") } && !string.IsNullOrWhiteSpace(t.Value))
        .OrderByDescending(t => t.Use == "work")
        .Select(t => t.Value)
        .FirstOrDefault();
}
