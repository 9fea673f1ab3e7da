using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The TLS edge: Kestrel itself, asking every connection for a card in its first handshake (DESIGN §6).</summary>
public static class KestrelTls
{
    /// <summary>Listens as the settings say, with the limits of security.md §1.3.</summary>
    public static void Configure(KestrelServerOptions kestrel, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(kestrel);
        ArgumentNullException.ThrowIfNull(settings);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxConcurrentConnections = 5000;
        foreach (var endpoint in Endpoints(settings.Portal))
        {
            kestrel.Listen(endpoint, listen =>
            {
                UseProxyProtocol(listen, settings.Portal);
                listen.UseHttps(Https(settings, listen.ApplicationServices.GetRequiredService<TimeProvider>()));
            });
        }
    }

    private static void UseProxyProtocol(ListenOptions listen, PortalOptions options)
    {
        if (options.ProxyProtocolVersion == ProxyProtocolVersion.None)
        {
            return;
        }
        var services = listen.ApplicationServices;
        var proxy = new ProxyProtocol(
            options.ProxyProtocolVersion, ProxyProtocolSources.Of(options.ProxyAddresses),
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<ProxyProtocol>>());
        listen.Use(next => connection => proxy.RunAsync(connection, next));
    }

    private static IEnumerable<IPEndPoint> Endpoints(PortalOptions options)
    {
        if (options.Listen.Length > 0)
        {
            return [IPEndPoint.Parse(options.Listen)];
        }
        var origin = options.OriginAddress;
        return origin.IsLoopback ? [new(IPAddress.Loopback, origin.Port)] : [new(IPAddress.IPv6Any, origin.Port)];
    }

    private static HttpsConnectionAdapterOptions Https(PortalSettings settings, TimeProvider clock)
    {
        var certificate = settings.Portal.LoadCertificate();
        // The browser offers only cards of these CAs in its list.
        var context = SslStreamCertificateContext.Create(
            certificate, Chain(settings.Portal), offline: true, SslCertificateTrust.CreateForX509Collection([.. settings.Trust.Intermediates], sendTrustInHandshake: true));
        // AllowCertificate, so that someone without a card gets a page that helps.
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            HandshakeTimeout = TimeSpan.FromSeconds(10),
#pragma warning disable CA5398 // NCSC "Goed" is TLS 1.3 and nothing below it
            SslProtocols = SslProtocols.Tls13,
#pragma warning restore CA5398
            OnAuthenticate = (connection, tls) =>
            {
                connection.Features.Set(new Handshake(clock.GetUtcNow()));
                Harden(tls, context, settings.Trust);
            },
        };
        // Whoever proves a key gets as far as a page; who it is, UziJudgement says.
        https.AllowAnyClientCertificate();
        return https;
    }

    private static void Harden(SslServerAuthenticationOptions tls, SslStreamCertificateContext context, UziTrust trust)
    {
        tls.ServerCertificateContext = context;
        // A resumed session would show the card without its key (security.md §0.1).
        tls.AllowTlsResume = false;
        tls.AllowRenegotiation = false;
        tls.CertificateRevocationCheckMode = X509RevocationMode.NoCheck;
        // Without a policy of our own .NET 10 fetches the AIA address of any caller's certificate (security.md §0.2).
        tls.CertificateChainPolicy = UziHandshake.ChainPolicy(trust);
        tls.CipherSuitesPolicy = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()
            ? new([TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256])
            : null;
    }

    /// <summary>The certificates after the first in the PEM file: the chain that browsers need to see.</summary>
    private static X509Certificate2Collection Chain(PortalOptions options)
    {
        var chain = new X509Certificate2Collection();
        if (!options.IsPkcs12)
        {
            chain.ImportFromPemFile(options.Certificate);
            chain.RemoveAt(0);
        }
        return chain;
    }
}
