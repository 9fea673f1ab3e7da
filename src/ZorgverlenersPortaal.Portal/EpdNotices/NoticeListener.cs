using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>
/// The listener for the EPD's notices: a server of its own, with its own port, certificate and trust list, and one address. No
/// page of the portal can be reached here, because none is in it; and the portal's own server does not know this address.
/// </summary>
internal sealed class NoticeListener(EpdOptions epd, NoticeEndpoint endpoint, ILoggerFactory logging) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Where it listens; null when it is off.</summary>
    public string? Address => _app?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!epd.Notifications.IsOn)
        {
            return;
        }
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(logging);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Configure(kestrel, epd.Notifications));
        _app = builder.Build();
        _app.Run(endpoint.RunAsync);
        await _app.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is not null)
        {
            await _app.StopAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private static void Configure(KestrelServerOptions kestrel, EpdNotificationOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = NoticeEndpoint.MaximumBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 32;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Listen(IPAddress.Parse(options.Address), options.Port!.Value, listen => listen.UseHttps(Https(options)));
    }

    private static HttpsConnectionAdapterOptions Https(EpdNotificationOptions options)
    {
        var (certificate, policy) = (options.LoadCertificate(), options.ClientPolicy());
        var chain = new X509Certificate2Collection();
        if (Path.GetExtension(options.Certificate) is not (".p12" or ".pfx"))
        {
            chain.ImportFromPemFile(options.Certificate);
            chain.RemoveAt(0);
        }
        var context = SslStreamCertificateContext.Create(certificate, chain, offline: true);
        return new()
        {
            ServerCertificate = certificate,
            // Without a certificate of the trust list there is no connection, and so nothing to answer.
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            HandshakeTimeout = TimeSpan.FromSeconds(5),
#pragma warning disable CA5398 // the NCSC guidelines name the versions, not the system
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
            OnAuthenticate = (_, tls) =>
            {
                tls.ServerCertificateContext = context;
                tls.AllowTlsResume = false;
                tls.AllowRenegotiation = false;
                tls.CertificateRevocationCheckMode = X509RevocationMode.NoCheck;
                tls.CertificateChainPolicy = policy.Clone();
            },
        };
    }
}
