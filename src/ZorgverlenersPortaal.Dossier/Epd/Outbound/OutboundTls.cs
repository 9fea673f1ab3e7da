using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// TLS to the EPD: 1.2 or later, the host name always checked, its CA in our list, our certificate shown where there is one.
/// Revocation is not asked: the addresses for it stand in the certificate itself and would lead out of the one way there is
/// (security.md §1.3 item 59). A hospital that withdraws its EPD's certificate takes the CA from the list (docs/adr/0022).
/// </summary>
internal static class OutboundTls
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The options of a connection; only after <see cref="EpdOptions.Faults"/> found none.</summary>
    public static SslClientAuthenticationOptions Options(EpdOptions options, EpdHealth health)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            ApplicationPolicy = { new Oid(ServerAuthentication) },
        };
        if (options.TrustedCertificates.Length > 0)
        {
            var trust = EpdTrust.Load(options.TrustedCertificates);
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trust.Roots);
            policy.ExtraStore.AddRange(trust.Between);
        }
        var tls = new SslClientAuthenticationOptions
        {
#pragma warning disable CA5398 // the NCSC guidelines name the versions, not the system
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
            CertificateChainPolicy = policy,
            // May only name the refusal: it never lets through what the checks refused.
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                if (certificate is X509Certificate2 shown)
                {
                    health.Showed(new(shown.NotAfter.ToUniversalTime()));
                }
                return errors == SslPolicyErrors.None ? true : throw new UntrustedEpdException(Why(errors, chain));
            },
        };
        if (options.ShowsCertificate)
        {
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(LoadCertificate(options), additionalCertificates: null, offline: true);
        }
        return tls;
    }

    /// <summary>The portal's own certificate with its key; throws <see cref="CryptographicException"/>, <see cref="IOException"/> or <see cref="ArgumentException"/>.</summary>
    public static X509Certificate2 LoadCertificate(EpdOptions options)
    {
        if (Path.GetExtension(options.ClientCertificate) is ".p12" or ".pfx")
        {
            return X509CertificateLoader.LoadPkcs12FromFile(options.ClientCertificate, options.ClientCertificatePassword);
        }
        return options.ClientCertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(options.ClientCertificate, options.ClientCertificatePassword, options.ClientCertificateKey)
            : X509Certificate2.CreateFromPemFile(options.ClientCertificate, options.ClientCertificateKey);
    }

    private static string Why(SslPolicyErrors errors, X509Chain? chain)
    {
        var statuses = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            ? chain?.ChainStatus.Select(status => status.Status.ToString()) ?? []
            : [];
        var others = (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) is var rest and not SslPolicyErrors.None ? [rest.ToString()] : Array.Empty<string>();
        return string.Join(", ", others.Concat(statuses).Distinct(StringComparer.Ordinal));
    }
}
