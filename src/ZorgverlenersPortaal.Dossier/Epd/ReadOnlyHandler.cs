namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// R12: nothing but GET and <c>POST [type]/_search</c>, and nothing outside the configured base, ever leaves for the EPD.
/// Every way out, the letters' forwarder too, goes through this one handler.
/// </summary>
public sealed class ReadOnlyHandler(Uri baseAddress, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.RequestUri;
        if (target is null || !IsUnderBase(target))
        {
            throw new InvalidOperationException("R12: a request to another place than the configured EPD was stopped.");
        }
        var isSearch = request.Method == HttpMethod.Post && target.AbsolutePath.EndsWith("/_search", StringComparison.Ordinal);
        if (request.Method != HttpMethod.Get && !isSearch)
        {
            throw new InvalidOperationException($"R12: a {request.Method} to the EPD was stopped.");
        }
        return base.SendAsync(request, cancellationToken);
    }

    private bool IsUnderBase(Uri target) =>
        target.IsAbsoluteUri
        && Uri.Compare(target, baseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && target.UserInfo.Length == 0
        && target.AbsolutePath.StartsWith(baseAddress.AbsolutePath, StringComparison.Ordinal);
}
