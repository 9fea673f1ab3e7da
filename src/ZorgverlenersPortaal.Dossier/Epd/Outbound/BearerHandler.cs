using System.Net;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// Puts the token on every request, once more with a fresh one when the EPD no longer takes it (401), and asks nothing that
/// the grant does not cover: servers answer that with an empty list as often as with a refusal (R7).
/// </summary>
internal sealed class BearerHandler(AccessTokens tokens, Uri baseAddress, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }
        response.Dispose();
        return await SendAsync(request, await tokens.ReplaceAsync(token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellation)
    {
        if (Asked(request) is var (type, permission) && !SmartScopes.Allows(token.Granted, type, permission))
        {
            throw new EpdException(EpdFailure.Refused, $"The EPD granted the portal no scope for {type} ({permission}).");
        }
        request.Headers.Authorization = new("Bearer", token.Value);
        return base.SendAsync(request, cancellation);
    }

    /// <summary>The type and whether it is read or searched; null for what needs no scope (<c>metadata</c>, a next page at the base itself).</summary>
    private (string Type, char Permission)? Asked(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.Length <= baseAddress.AbsolutePath.Length)
        {
            return null;
        }
        var parts = path[baseAddress.AbsolutePath.Length..].Split('/');
        return parts[0].Length > 0 && char.IsAsciiLetterUpper(parts[0][0]) ? (parts[0], parts is [_] or [_, "_search"] or [_, ""] ? 's' : 'r') : null;
    }
}
