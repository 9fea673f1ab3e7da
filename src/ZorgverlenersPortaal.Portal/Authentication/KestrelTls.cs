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
        kestrel.Limits.MaxConcurrentConnections = ConnectionLimit.Here;
        foreach (var endpoint in Endpoints(settings.Portal))
        {
            kestrel.Listen(endpoint, listen =>
            {
                UseProxyProtocol(listen, settings.Portal);
                listen.UseHttps(Https(settings, listen.ApplicationServices));
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

    private static HttpsConnectionAdapterOptions Https(PortalSettings settings, IServiceProvider services)
    {
        var (clock, certificates) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ServerCertificates>());
        var hardened = ServerOptions(settings);
        // AllowCertificate, so that someone without a card gets a page that helps.
        var https = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificates.Current.TargetCertificate,
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            HandshakeTimeout = TimeSpan.FromSeconds(10),
            SslProtocols = hardened.EnabledSslProtocols,
            OnAuthenticate = (connection, tls) =>
            {
                connection.Features.Set(new Handshake(clock.GetUtcNow()));
                Harden(tls, hardened);
                tls.ServerCertificateContext = certificates.Current;
            },
        };
        // Whoever proves a key gets as far as a page; who it is, UziJudgement says.
        https.AllowAnyClientCertificate();
        return https;
    }

    /// <summary>Everything that TLS is told beside what Kestrel adds; also what <see cref="TlsInForce"/> tries out.</summary>
    internal static SslServerAuthenticationOptions ServerOptions(PortalSettings settings)
    {
        var profile = settings.Portal.Profile;
        return new()
        {
            ServerCertificateContext = CertificateContext(settings),
            EnabledSslProtocols = Protocols(profile),
            // A resumed session would show the card without its key (security.md §0.1).
            AllowTlsResume = false,
            AllowRenegotiation = false,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            // Without a policy of our own .NET 10 fetches the AIA address of any caller's certificate (security.md §0.2).
            CertificateChainPolicy = UziHandshake.ChainPolicy(),
            CipherSuitesPolicy = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? new(Suites(profile)) : null,
        };
    }

    /// <summary>The certificate that its files hold, and the CAs of cards: a browser offers only cards of those in its list.</summary>
    internal static SslStreamCertificateContext CertificateContext(PortalSettings settings) => SslStreamCertificateContext.Create(
        settings.Portal.LoadCertificate(), Chain(settings.Portal), offline: true,
        SslCertificateTrust.CreateForX509Collection([.. settings.Trust.Intermediates], sendTrustInHandshake: true));

    private static void Harden(SslServerAuthenticationOptions tls, SslServerAuthenticationOptions hardened)
    {
        tls.AllowTlsResume = hardened.AllowTlsResume;
        tls.AllowRenegotiation = hardened.AllowRenegotiation;
        tls.CertificateRevocationCheckMode = hardened.CertificateRevocationCheckMode;
        tls.CertificateChainPolicy = hardened.CertificateChainPolicy;
        tls.CipherSuitesPolicy = hardened.CipherSuitesPolicy;
    }

#pragma warning disable CA5398 // the NCSC profiles name the versions, not the system
    private static SslProtocols Protocols(TlsProfile profile) => profile switch
    {
        TlsProfile.Good => SslProtocols.Tls13,
        TlsProfile.Sufficient => SslProtocols.Tls13 | SslProtocols.Tls12,
    };
#pragma warning restore CA5398

    private static TlsCipherSuite[] Suites(TlsProfile profile)
    {
        TlsCipherSuite[] good = [TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256];
        return profile switch
        {
            TlsProfile.Good => good,
            TlsProfile.Sufficient =>
            [
                .. good,
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            ],
        };
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
