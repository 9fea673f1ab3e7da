using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Finds what results point at among the resources that came with them. Nothing is fetched for it.</summary>
internal sealed class ResultSources
{
    private readonly Uri _base;
    private readonly Dictionary<string, Resource> _resources;

    public ResultSources(IEnumerable<Resource> resources, Uri baseAddress)
    {
        _base = baseAddress;
        _resources = resources.Where(r => r.Id is not null).DistinctBy(r => r.Reference).ToDictionary(r => r.Reference, StringComparer.Ordinal);
    }

    /// <summary>The resource, contained or in the answer; null when it is neither, or not of this type.</summary>
    public T? Find<T>(FhirReference reference, Resource owner) where T : Resource =>
        ReferenceResolver.Resolve(reference, _base) switch
        {
            { Kind: ReferenceKind.Contained } inside => owner.FindContained(inside.Id!) as T,
            { Reference: { } name } => _resources.GetValueOrDefault(name) as T,
            _ => null,
        };

    /// <summary>"Type/id" of a reference to the EPD itself; null for any other.</summary>
    public string? Key(FhirReference reference) => ReferenceResolver.Resolve(reference, _base).Reference;

    /// <summary>All that have a name: who it is by the answer, else by the reference's own words.</summary>
    public IReadOnlyList<ResultContact> Contacts(IEnumerable<FhirReference> references, Resource owner) =>
        [.. references.Select(r => Contact(r, owner)).OfType<ResultContact>().Distinct()];

    /// <summary>Who asked for it, by the request that came along; a request that says not to do it, or is no fact, tells nothing.</summary>
    public ResultContact? Orderer(IEnumerable<FhirReference> basedOn, Resource owner) => basedOn
        .Select(r => Find<ServiceRequest>(r, owner))
        .Where(r => r is { NotUnderstood: null, IsEnteredInError: false, DoNotPerform: not true, Requester: not null })
        .Select(r => Contact(r!.Requester!, r))
        .FirstOrDefault(c => c is not null);

    public ResultSpecimen? Specimen(FhirReference? reference, Resource owner)
    {
        if (reference is null)
        {
            return null;
        }
        var found = Find<Specimen>(reference, owner);
        if (found is null || found.NotUnderstood is not null || found.IsEnteredInError)
        {
            return reference.Display is { } words && found is null ? new() { Name = words } : null;
        }
        return new()
        {
            Name = found.Type?.Show ?? reference.Display ?? "onbekend materiaal",
            BodySite = BodySite(found.BodySite),
            Collected = Moments.Start(found.Collected),
            Received = WrittenDate.Of(found.ReceivedTime),
            Notes = found.Notes,
            Fault = found.Status is "unsatisfactory" ? "materiaal niet geschikt" : found.Status is "unavailable" ? "materiaal niet meer aanwezig" : null,
        };
    }

    /// <summary>The place with its side.</summary>
    public static string? BodySite(CodeableConcept? site) =>
        string.Join(", ", new[] { site?.Show, site?.Laterality?.Show }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private ResultContact? Contact(FhirReference reference, Resource owner)
    {
        var (name, phone) = Find<Resource>(reference, owner) switch
        {
            { NotUnderstood: not null } => (null, null),
            Organization organization => (organization.Name, organization.Active is false ? null : Phone(organization.Telecom)),
            PractitionerRole role => (RoleName(role, owner), role.Active is false ? null : Phone(role.Telecom) ?? OrganizationPhone(role, owner)),
            Practitioner practitioner => (Name(practitioner), null),
            _ => (null, null),
        };
        return (name ?? reference.Display) is { } known ? new(known, phone) : null;
    }

    private string? RoleName(PractitionerRole role, Resource owner)
    {
        var person = role.Practitioner is { } reference ? Find<Practitioner>(reference, owner) is { } found ? Name(found) : reference.Display : null;
        var where = role.Organization is { } at ? Find<Organization>(at, owner)?.Name ?? at.Display : null;
        return person is not null && where is not null ? $"{person}, {where}" : person ?? where;
    }

    private string? OrganizationPhone(PractitionerRole role, Resource owner) =>
        role.Organization is { } reference && Find<Organization>(reference, owner) is { NotUnderstood: null, Active: not false } organization
            ? Phone(organization.Telecom)
            : null;

    private static string? Name(Practitioner practitioner) =>
        practitioner.NotUnderstood is null ? practitioner.Names.OrderBy(n => n.Use is "old" or "temp").Select(n => n.Show).FirstOrDefault(n => n is not null) : null;

    private static string? Phone(IEnumerable<ContactPoint> telecom) =>
        telecom.FirstOrDefault(t => t.System == "phone" && t.Use is not "old" && !string.IsNullOrWhiteSpace(t.Value))?.Value;
}
