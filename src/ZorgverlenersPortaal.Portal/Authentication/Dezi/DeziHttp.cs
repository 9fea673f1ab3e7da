using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// Requests to the configured issuer and to nobody else: no redirects, proxies of the environment, cookies or trace headers, and
/// never more bytes than allowed. Every fault is a <see cref="DeziRefusedException"/>.
/// </summary>
internal sealed class DeziHttp(DeziOptions options) : IDisposable
{
    /// <summary>Many times a real answer.</summary>
    internal const int LongestAnswer = 64 * 1024;

    private readonly Lazy<HttpMessageInvoker> _invoker = new(() => NewInvoker(options));

    /// <summary>Asks, and reads the answer; a status other than 200 comes back as its number, without the text.</summary>
    public async Task<(HttpStatusCode Status, byte[] Body)> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await _invoker.Value.SendAsync(request, cancellation);
            return response.StatusCode switch
            {
                >= HttpStatusCode.InternalServerError => throw Unreachable($"{request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}"),
                >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                    throw new DeziRefusedException(DeziRefusal.IssuerRedirected, $"{request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}"),
                HttpStatusCode.OK => (response.StatusCode, await ReadAsync(response.Content, cancellation)),
                _ => (response.StatusCode, []),
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or AuthenticationException)
        {
            throw Unreachable(e.GetType().Name);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_invoker.IsValueCreated)
        {
            _invoker.Value.Dispose();
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var body = await content.ReadAsStreamAsync(cancellation);
        // One byte more than allowed tells that there is more.
        var read = new byte[LongestAnswer + 1];
        var length = await body.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestAnswer ? read[..length] : throw new DeziRefusedException(DeziRefusal.AnswerTooLarge, $"more than {LongestAnswer} bytes");
    }

    private static DeziRefusedException Unreachable(string why) => new(DeziRefusal.IssuerUnreachable, why);

    private static HttpMessageInvoker NewInvoker(DeziOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.Authorities.Length > 0)
        {
            tls.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
            tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(options.Authorities);
        }
        if (options.Proof == DeziClientAuthentication.TlsCertificate)
        {
            var certificate = options.LoadClientCertificate();
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = 16,
            SslOptions = tls,
        });
    }
}
