using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Asks for the requests around results: the open ones, and those that results name and that did not come along.</summary>
internal sealed class RequestFetch(PatientGrant grant, Uri baseAddress)
{
    /// <summary>Ids per question: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private const int Most = 200;

    /// <summary>Requests are of another category than results.</summary>
    public bool IsAllowed => grant.Categories.Contains(DossierCategory.CareMoments);

    /// <summary>What is open by its status.</summary>
    public EpdQuery Open => EpdQuery.Search("ServiceRequest", ("patient", grant.PatientId), ("status", "active,on-hold"));

    /// <summary>The answer with the requests that its results are based on; a failure leaves "who asked" unavailable, no more.</summary>
    public async Task<EpdAnswer> CompleteAsync(IEpd epd, EpdAnswer answer, CancellationToken cancellation)
    {
        var there = answer.Resources.Select(r => r.Reference).ToHashSet(StringComparer.Ordinal);
        var missing = answer.Resources.Where(r => r.NotUnderstood is null).SelectMany(BasedOn)
            .Select(r => ReferenceResolver.Resolve(r, baseAddress))
            .Where(r => r is { Kind: ReferenceKind.Resource, Type: "ServiceRequest" } && !there.Contains(r.Reference!))
            .Select(r => r.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most).ToList();
        if (!IsAllowed || missing.Count == 0)
        {
            return answer;
        }
        foreach (var found in await Task.WhenAll(missing.Chunk(Batch).Select(ids => TryAsync(epd, ids, cancellation))))
        {
            answer = found is null ? answer : Joined(answer, found);
        }
        return answer;
    }

    /// <summary>Requests beside results: a cut list of requests is no cut list of results, but a stranger's is an incident (R4).</summary>
    public static EpdAnswer Joined(EpdAnswer results, EpdAnswer requests) => results.And(requests with
    {
        Resources = [.. requests.Of<ServiceRequest>()],
        IsCut = false,
        Warnings = requests.Warnings + (requests.IsCut ? 1 : 0),
        Ignored = [],
    });

    private async Task<EpdAnswer?> TryAsync(IEpd epd, string[] ids, CancellationToken cancellation)
    {
        try
        {
            return await epd.SearchAsync(grant, EpdQuery.Search("ServiceRequest", ("patient", grant.PatientId), ("_id", string.Join(',', ids))), cancellation);
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return null;
        }
    }

    private static IReadOnlyList<FhirReference> BasedOn(Resource resource) => resource switch
    {
        Observation observation => observation.BasedOn,
        DiagnosticReport report => report.BasedOn,
        _ => [],
    };
}
