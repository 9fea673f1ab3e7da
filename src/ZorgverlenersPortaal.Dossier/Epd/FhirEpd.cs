using System.Net;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The FHIR R4 adapter: plain reads and searches, every answer checked against the grant (R4).</summary>
internal sealed class FhirEpd(EpdTransport transport, EpdOptions options, TimeProvider clock) : IEpd
{
    private readonly Uri _base = options.Base;

    public async Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource
    {
        Demand(grant, query);
        // What is not of FHIR's grammar could lead elsewhere once it is part of an address (H078, H079).
        if (ReferenceResolver.Resolve($"{query.Type}/{query.Id}", _base) is not { Kind: ReferenceKind.Resource, Version: null })
        {
            throw new EpdException(EpdFailure.NotFound, $"The EPD was not asked for a {query.Type}: its id is none.");
        }
        var resource = await transport.SendAsync(
            Request(query, HttpMethod.Get, query.RelativeAddress(options.PageSize), grant), FhirJson.Read, cancellation);
        if (resource is OperationOutcome)
        {
            throw new EpdException(EpdFailure.NotUnderstood, $"The EPD answered a read of {query.Type} with an OperationOutcome.");
        }
        // Another resource than was asked for is not there for us (H090), and a stranger's is none of ours (R4).
        return resource is T found && found.Id == query.Id && grant.Judge(found) == Coverage.Covered
            ? found
            : throw new EpdException(EpdFailure.NotFound, $"The EPD answered a read of {query.Type} with another resource.");
    }

    public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        Demand(grant, query);
        var collected = new SearchCollector(grant, _base, query);
        var request = Request(query, query.InBody ? HttpMethod.Post : HttpMethod.Get, query.RelativeAddress(options.PageSize), grant);
        for (var page = 1; ; page++)
        {
            var next = collected.Add(await transport.SendAsync(request, FhirJson.Read, cancellation));
            if (next is null || page >= options.MaximumPages)
            {
                return collected.Answer(clock.GetUtcNow(), isCut: next is not null);
            }
            request = Request(query, HttpMethod.Get, next.AbsoluteUri, grant);
        }
    }

    private static void Demand(EpdGrant grant, EpdQuery query)
    {
        if (!grant.Allows(query))
        {
            throw new InvalidOperationException($"R1: a {grant.GetType().Name} does not allow this question about {query.Type}.");
        }
    }

    private HttpRequestMessage Request(EpdQuery query, HttpMethod method, string address, EpdGrant grant)
    {
        var request = new HttpRequestMessage(method, new Uri(_base, address)) { Version = HttpVersion.Version11 };
        request.Headers.TryAddWithoutValidation("Accept", "application/fhir+json");
        request.Headers.TryAddWithoutValidation("Prefer", "handling=strict");
        request.Headers.TryAddWithoutValidation("X-Request-Id", grant.RequestId);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(query.Form(options.PageSize));
            request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        }
        return request;
    }
}
