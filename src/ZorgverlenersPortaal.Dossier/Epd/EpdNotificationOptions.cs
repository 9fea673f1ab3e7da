using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Where the EPD may say that something changed (FHIR Subscriptions R5 Backport, rest-hook); off without a port. Section <c>Epd:Notifications</c>.</summary>
public sealed class EpdNotificationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Epd:Notifications";

    /// <summary>Port of its own; null: nothing listens.</summary>
    public int? Port { get; set; }

    /// <summary>Address to listen on; loopback unless named.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>PEM file with the listener's own certificate and chain, or PKCS#12.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file with its key; not with PKCS#12.</summary>
    public string CertificateKey { get; set; } = "";

    /// <summary>Password of the PKCS#12 file or of an encrypted key.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>PEM file, or folder of them, with the CAs whose client certificates may call; no other counts.</summary>
    public string TrustedCertificates { get; set; } = "";

    /// <summary>Notices a minute that are taken; more are refused (429).</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>Something listens.</summary>
    public bool IsOn => Port is not null;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
        {
            yield break;
        }
        if (Port is < 0 or > 65535)
        {
            yield return "Epd:Notifications:Port must lie between 0 (a free one) and 65535, or be left out";
        }
        if (!IPAddress.TryParse(Address, out _))
        {
            yield return $"Epd:Notifications:Address is '{Address}'; name one address of this machine, e.g. 10.0.0.5, or :: for all";
        }
        if (PerMinute is < 1 or > 6000)
        {
            yield return "Epd:Notifications:PerMinute must lie between 1 and 6000";
        }
        if (CertificateFault() is { } why)
        {
            yield return $"Epd:Notifications:Certificate cannot be used ({why}); name the certificate of this listener with its key (Epd:Notifications:CertificateKey, or PKCS#12)";
        }
        if (TrustFault() is { } fault)
        {
            yield return $"Epd:Notifications:TrustedCertificates cannot be used ({fault}); name a PEM file with the CA of the EPD's client certificate, or a folder of them";
        }
    }

    /// <summary>The listener's own certificate with its key; throws CryptographicException, IOException or ArgumentException.</summary>
    public X509Certificate2 LoadCertificate() =>
        Path.GetExtension(Certificate) is ".p12" or ".pfx" ? X509CertificateLoader.LoadPkcs12FromFile(Certificate, CertificatePassword)
        : CertificatePassword.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(Certificate, CertificatePassword, CertificateKey)
        : X509Certificate2.CreateFromPemFile(Certificate, CertificateKey);

    /// <summary>What a caller's certificate must chain to: this list alone, for client authentication, nothing downloaded.</summary>
    public X509ChainPolicy ClientPolicy()
    {
        const string clientAuthentication = "1.3.6.1.5.5.7.3.2";
        var trust = EpdTrust.Load(TrustedCertificates);
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            ApplicationPolicy = { new Oid(clientAuthentication) },
        };
        policy.CustomTrustStore.AddRange(trust.Roots);
        policy.ExtraStore.AddRange(trust.Between);
        return policy;
    }

    private string? CertificateFault()
    {
        try
        {
            using var certificate = LoadCertificate();
            return certificate.HasPrivateKey ? null : "it comes without its private key";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }

    private string? TrustFault()
    {
        try
        {
            _ = EpdTrust.Load(TrustedCertificates);
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }
}
