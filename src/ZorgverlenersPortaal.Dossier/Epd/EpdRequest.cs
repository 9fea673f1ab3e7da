using System.Net;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Requests to the EPD with the headers that travel along. A request is sent once.</summary>
internal static class EpdRequest
{
    public static HttpRequestMessage Get(Uri address, EpdGrant grant) => With(grant, new(HttpMethod.Get, address));

    /// <summary>The first page of a search, its parameters in the body where a value is a BSN (R12).</summary>
    public static HttpRequestMessage Search(Uri baseAddress, EpdQuery query, int pageSize, EpdGrant grant)
    {
        var address = new Uri(baseAddress, query.RelativeAddress(pageSize));
        if (!query.InBody)
        {
            return Get(address, grant);
        }
        var request = With(grant, new(HttpMethod.Post, address));
        request.Content = new StringContent(query.Form(pageSize));
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return request;
    }

    private static HttpRequestMessage With(EpdGrant grant, HttpRequestMessage request)
    {
        request.Version = HttpVersion.Version11;
        request.Headers.TryAddWithoutValidation("Accept", "application/fhir+json");
        request.Headers.TryAddWithoutValidation("Prefer", "handling=strict");
        request.Headers.TryAddWithoutValidation("X-Request-Id", grant.RequestId);
        return request;
    }
}
