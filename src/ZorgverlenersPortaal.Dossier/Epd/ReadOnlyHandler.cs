using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// R12: nothing but GET and <c>POST [type]/_search</c>, and nothing outside the configured base, ever leaves for the EPD, but
/// token requests to the one token endpoint. Every way out, the letters' forwarder too, goes through this one handler.
/// </summary>
internal sealed class ReadOnlyHandler(Uri baseAddress, HttpMessageHandler inner, TokenEndpoint? tokens = null) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.RequestUri;
        if (IsTokenRequest(request))
        {
            return base.SendAsync(request, cancellationToken);
        }
        if (target is null || !IsUnder(baseAddress, target))
        {
            throw new InvalidOperationException("R12: a request to another place than the configured EPD was stopped.");
        }
        if (request.Method != HttpMethod.Get && !(request.Method == HttpMethod.Post && IsSearch(target)))
        {
            throw new InvalidOperationException($"R12: a {request.Method} to the EPD was stopped.");
        }
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>
    /// Is this address at the base or below it: same scheme, host and port, no user? The base itself counts with and without
    /// its slash: HAPI's next links are <c>[base]?_getpages=…</c>.
    /// </summary>
    internal static bool IsUnder(Uri baseAddress, Uri target) =>
        target.IsAbsoluteUri
        && Uri.Compare(target, baseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && target.UserInfo.Length == 0
        && (target.AbsolutePath.StartsWith(baseAddress.AbsolutePath, StringComparison.Ordinal)
            || target.AbsolutePath == baseAddress.AbsolutePath.TrimEnd('/'));

    /// <summary>A form, to exactly the configured or discovered address, and without the token of an earlier one.</summary>
    private bool IsTokenRequest(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.Content is FormUrlEncodedContent && request.Headers.Authorization is null
        && tokens?.Address is { } endpoint && request.RequestUri is { IsAbsoluteUri: true } target && target.OriginalString == endpoint.OriginalString;

    /// <summary>Exactly <c>[type]/_search</c> under the base; a type is letters only.</summary>
    private bool IsSearch(Uri target) =>
        target.AbsolutePath.Length > baseAddress.AbsolutePath.Length
        && target.AbsolutePath[baseAddress.AbsolutePath.Length..].Split('/') is [{ Length: > 0 } type, "_search"] && type.All(char.IsAsciiLetter);
}
