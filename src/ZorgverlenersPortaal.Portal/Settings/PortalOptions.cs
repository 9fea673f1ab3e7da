using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>The portal itself; section <c>Portal</c> (docs/configuration.md).</summary>
public sealed class PortalOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Portal";

    /// <summary>The one address browsers use, e.g. https://portal.hospital.example.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Address and port to listen on; empty: loopback when the origin is localhost, else every address, at the origin's port.</summary>
    public string Listen { get; set; } = "";

    /// <summary>What a load balancer sends before TLS: <c>None</c>, <c>V1</c> or <c>V2</c>.</summary>
    public string ProxyProtocol { get; set; } = nameof(Settings.ProxyProtocolVersion.None);

    /// <summary>Addresses and networks of the load balancers.</summary>
    public IList<string> ProxyAddresses { get; init; } = [];

    /// <summary>PEM file with the server certificate and its chain, or a PKCS#12 file.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file with the key; not used with PKCS#12.</summary>
    public string CertificateKey { get; set; } = "";

    /// <summary>Password of the PKCS#12 file or the encrypted key.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>How strict TLS is: <c>Good</c>, or <c>Sufficient</c> for card software that knows only TLS 1.2.</summary>
    public string TlsProfile { get; set; } = nameof(Settings.TlsProfile.Good);

    /// <summary>Name of the hospital, on every page.</summary>
    public string HospitalName { get; set; } = "Ziekenhuis";

    /// <summary>Name of the office that manages accounts.</summary>
    public string OfficeName { get; set; } = "Bureau Huisartsencontacten";

    /// <summary>Telephone number of that office.</summary>
    public string OfficePhone { get; set; } = "";

    /// <summary>Telephone number for when the portal cannot tell and it cannot wait.</summary>
    public string ReceptionPhone { get; set; } = "";

    /// <summary>Where to tell of a weakness: a mailto: or https: address; empty: nowhere.</summary>
    public string SecurityContact { get; set; } = "";

    /// <summary>Whom to call about letters and results, per specialty.</summary>
    public IList<ContactOptions> Contacts { get; init; } = [];

    /// <summary>Minutes without a request after which a session ends.</summary>
    public double IdleMinutes { get; set; } = 15;

    /// <summary>Hours after which a session ends in any case.</summary>
    public double SessionHours { get; set; } = 8;

    /// <summary>Sessions a doctor may have at once; one more ends the one that was not used for longest.</summary>
    public int SessionsPerDoctor { get; set; } = 5;

    /// <summary>Requests a second of one person, with ten seconds of them at once; an address nobody signed in at has ten times as many.</summary>
    public int RequestsPerSecond { get; set; } = 20;

    /// <summary>Seconds between being told to stop and stopping, in which <c>/health/ready</c> says so and a load balancer turns away.</summary>
    public double DrainSeconds { get; set; }

    /// <summary>How the operational log is written: <c>Json</c> (Serilog's own) or <c>Ecs</c>.</summary>
    public string LogFormat { get; set; } = "Json";

    /// <summary>The origin as an address; only after <see cref="Faults"/> found none.</summary>
    public Uri OriginAddress => new(Origin, UriKind.Absolute);

    /// <summary>The profile; only after <see cref="Faults"/> found none.</summary>
    public TlsProfile Profile => Enum.Parse<TlsProfile>(TlsProfile);

    /// <summary>The preamble to expect; only after <see cref="Faults"/> found none.</summary>
    public ProxyProtocolVersion ProxyProtocolVersion => Enum.Parse<ProxyProtocolVersion>(ProxyProtocol);

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(Origin, UriKind.Absolute, out var origin) || origin.Scheme != Uri.UriSchemeHttps
            || origin.PathAndQuery != "/" || origin.UserInfo.Length > 0)
        {
            yield return "Portal:Origin must be an https address without a path, e.g. https://portal.hospital.example";
        }
        if (Listen.Length > 0 && !IPEndPoint.TryParse(Listen, out _))
        {
            yield return "Portal:Listen must be an address and port, e.g. 0.0.0.0:443 or [::]:443, or empty";
        }
        if (!File.Exists(Certificate))
        {
            yield return $"Portal:Certificate: there is no file '{Certificate}'; name the PEM or PKCS#12 file of the portal's own certificate";
        }
        else if (!IsPkcs12 && !File.Exists(CertificateKey))
        {
            yield return $"Portal:CertificateKey: there is no file '{CertificateKey}'; name the PEM file of the certificate's key";
        }
        else if (UnusableCertificate() is { } why)
        {
            yield return $"Portal:Certificate: '{Certificate}' and its key cannot be used: {why}";
        }
        if (!Enum.GetNames<TlsProfile>().Contains(TlsProfile, StringComparer.Ordinal))
        {
            yield return $"Portal:TlsProfile is '{TlsProfile}'; use Good, or Sufficient where card software cannot do TLS 1.3";
        }
        foreach (var fault in ProxyFaults().Concat(ContactFaults()))
        {
            yield return fault;
        }
        if (LogFormat is not ("Json" or "Ecs"))
        {
            yield return $"Portal:LogFormat is '{LogFormat}'; use Json or Ecs";
        }
        if (IdleMinutes is not (>= 1 and <= 60))
        {
            yield return "Portal:IdleMinutes must lie between 1 and 60";
        }
        if (SessionHours is not (>= 0.1 and <= 12))
        {
            yield return "Portal:SessionHours must lie between 0.1 and 12";
        }
        if (RequestsPerSecond is not (>= 5 and <= 100_000))
        {
            yield return "Portal:RequestsPerSecond must lie between 5 and 100000; a page with its parts asks up to 5";
        }
        if (DrainSeconds is not (>= 0 and <= 60))
        {
            yield return "Portal:DrainSeconds must lie between 0 and 60; a load balancer that asks every second needs 3";
        }
        if (SessionsPerDoctor is not (>= 1 and <= 50))
        {
            yield return "Portal:SessionsPerDoctor must lie between 1 and 50";
        }
    }

    private IEnumerable<string> ContactFaults()
    {
        if (SecurityContact.Length > 0 && !(Uri.TryCreate(SecurityContact, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https" && !SecurityContact.Any(char.IsControl)))
        {
            yield return "Portal:SecurityContact must be a mailto: or https: address";
        }
        for (var i = 0; i < Contacts.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Contacts[i].Specialty))
            {
                yield return $"Portal:Contacts:{i}:Specialty is empty; name the specialty as the EPD writes it";
            }
            if (!Contacts[i].Phone.Any(char.IsAsciiDigit))
            {
                yield return $"Portal:Contacts:{i}:Phone is '{Contacts[i].Phone}'; write a telephone number";
            }
        }
    }

    /// <summary>The portal's own certificate with its key; throws CryptographicException or IOException.</summary>
    public X509Certificate2 LoadCertificate()
    {
        if (IsPkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(Certificate, CertificatePassword);
        }
        return CertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(Certificate, CertificatePassword, CertificateKey)
            : X509Certificate2.CreateFromPemFile(Certificate, CertificateKey);
    }

    /// <summary>Why the certificate and its key cannot be used; null when they can.</summary>
    internal string? UnusableCertificate()
    {
        try
        {
            using var certificate = LoadCertificate();
            return ServerCertificateStrength.Fault(certificate);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }

    private IEnumerable<string> ProxyFaults()
    {
        if (!Enum.GetNames<ProxyProtocolVersion>().Contains(ProxyProtocol, StringComparer.Ordinal))
        {
            yield return $"Portal:ProxyProtocol is '{ProxyProtocol}'; use None, V1 or V2";
        }
        else if (ProxyProtocolVersion == ProxyProtocolVersion.None != (ProxyAddresses.Count == 0))
        {
            yield return "Portal:ProxyProtocol and Portal:ProxyAddresses go together; name the version and the load balancers' addresses, or neither";
        }
        foreach (var address in ProxyAddresses.Where(a => ProxyProtocolSources.Read(a) is null))
        {
            yield return $"Portal:ProxyAddresses: '{address}' is no address or network; write 10.0.0.5 or 10.0.0.0/28, and not every address there is";
        }
    }

    /// <summary>The certificate file holds its own key.</summary>
    public bool IsPkcs12 => Path.GetExtension(Certificate) is ".p12" or ".pfx";
}
