using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The FHIR R4 adapter: plain reads and searches, every answer checked against the grant (R4).</summary>
internal sealed class FhirEpd(EpdTransport transport, EpdOptions options, TimeProvider clock) : IEpd
{
    private readonly Uri _base = options.Base;

    public async Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource
    {
        grant.Demand(query);
        DemandAddress(query);
        var resource = await transport.SendAsync(
            EpdRequest.Get(new Uri(_base, query.RelativeAddress(options.PageSize)), grant), FhirJson.Read, cancellation);
        if (resource is OperationOutcome outcome)
        {
            throw new EpdException(EpdFailure.NotUnderstood, $"The EPD answered a read of {query.Type} with an OperationOutcome.")
            {
                Remark = EpdRemark.Of(outcome, _base),
            };
        }
        // Another resource or version than was asked for is not there for us (H090), and a stranger's is none of ours (R4).
        var coverage = grant.Judge(resource);
        return resource is T found && found.ResourceType == query.Type && found.Id == query.Id
            && (query.Version is null || found.VersionId == query.Version) && coverage == Coverage.Covered
            ? found
            : throw new EpdException(EpdFailure.NotFound, $"The EPD answered a read of {query.Type} with another resource.")
            {
                Stranger = coverage == Coverage.Stranger ? resource.VersionedReference : null,
            };
    }

    public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        grant.Demand(query);
        var first = await new SearchPages(transport, options, clock, query, grant).ReadAsync(cancellation);
        if (!first.IsExpired)
        {
            return first.Answer;
        }
        // What lies behind a next link is kept for a while only (fhir.md §4.2): once more from the start, then what there is.
        var again = await new SearchPages(transport, options, clock, query, grant).ReadAsync(cancellation);
        return again.Answer with { Strangers = [.. first.Answer.Strangers.Union(again.Answer.Strangers, StringComparer.Ordinal)] };
    }

    public async Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset moment, CancellationToken cancellation)
    {
        grant.Demand(history);
        DemandAddress(history);
        return VersionAt.Of(await SearchAsync(grant, history, cancellation), history, current, moment);
    }

    /// <summary>What is not of FHIR's grammar could lead elsewhere once it is part of an address (H078, H079).</summary>
    private void DemandAddress(EpdQuery query)
    {
        var address = $"{query.Type}/{query.Id}" + (query.Version is null ? "" : "/_history/" + query.Version);
        if (ReferenceResolver.Resolve(address, _base) is not { Kind: ReferenceKind.Resource } resolved || resolved.Id != query.Id || resolved.Version != query.Version)
        {
            throw new EpdException(EpdFailure.NotFound, $"The EPD was not asked for a {query.Type}: its id is none.");
        }
    }
}
