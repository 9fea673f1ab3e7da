using System.Diagnostics;
using System.Net;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Plain requests to the configured CRL and OCSP addresses: no redirects, proxies of the environment, cookies, credentials
/// or trace headers, and never more bytes than allowed.
/// </summary>
internal static class RevocationHttp
{
    public static HttpMessageInvoker NewInvoker() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxConnectionsPerServer = 8,
    });

    /// <summary>The body; null when it is longer than <paramref name="limit"/> bytes, read no further than that.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        await using var body = await content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (var got = await body.ReadAsync(piece, cancellation); got > 0; got = await body.ReadAsync(piece, cancellation))
        {
            if (read.Length + got > limit)
            {
                return null;
            }

            read.Write(piece, 0, got);
        }

        return read.ToArray();
    }
}
