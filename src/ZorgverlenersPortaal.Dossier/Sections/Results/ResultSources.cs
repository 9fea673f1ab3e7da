using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Finds what results point at among the resources that came with them. Nothing is fetched for it.</summary>
internal sealed class ResultSources
{
    private readonly Uri _base;
    private readonly DateTimeOffset _now;
    private readonly CareDirectory _directory;
    private readonly Dictionary<string, Resource> _resources;

    public ResultSources(IReadOnlyCollection<Resource> resources, Uri baseAddress, DateTimeOffset now)
    {
        (_base, _now) = (baseAddress, now);
        _directory = new(resources, baseAddress, now);
        _resources = resources.Where(r => r.Id is not null).DistinctBy(r => r.Reference).ToDictionary(r => r.Reference, StringComparer.Ordinal);
    }

    /// <summary>The extension that tells since when the patient sees a result; null when the hospital named none.</summary>
    public string? PatientViewUrl { get; init; }

    /// <summary>Whether the patient sees what has these extensions.</summary>
    public PatientView? PatientView(IReadOnlyList<SimpleExtension> extensions) => Results.PatientView.Of(extensions, PatientViewUrl, _now);

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

    /// <summary>Who asked for it, by the requests it is based on; one that says not to do it, or is no fact, tells nothing.</summary>
    public ResultOrder Order(IEnumerable<FhirReference> basedOn, Resource owner)
    {
        var requests = basedOn.Select(r => Find<ServiceRequest>(r, owner)).ToList();
        var orders = requests.OfType<ServiceRequest>()
            .Where(r => r is { NotUnderstood: null, IsEnteredInError: false, DoNotPerform: not true })
            .Select(Order).ToList();
        return orders.Find(o => o.State == OrdererState.Named)
            ?? new(requests.Contains(null) || orders.Exists(o => o.State == OrdererState.Unavailable) ? OrdererState.Unavailable : OrdererState.NotRecorded);
    }

    /// <summary>Who made the request.</summary>
    public ResultOrder Order(ServiceRequest request) => request.Requester is null
        ? new(OrdererState.NotRecorded)
        : Contact(request.Requester, request) is { } who ? new(OrdererState.Named, who) : new(OrdererState.Unavailable);

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
            Notes = Remark.Of(found.Notes, found),
            Fault = found.Status is "unsatisfactory" ? "materiaal niet geschikt" : found.Status is "unavailable" ? "materiaal niet meer aanwezig" : null,
        };
    }

    /// <summary>The place with its side.</summary>
    public static string? BodySite(CodeableConcept? site) =>
        string.Join(", ", new[] { site?.Show, site?.Laterality?.Show }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private ResultContact? Contact(FhirReference reference, Resource owner) =>
        _directory.Find(reference, owner) is { Full: { } name } entry ? new(name, entry.Phone) : null;
}
