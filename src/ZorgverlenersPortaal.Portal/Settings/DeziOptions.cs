using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Signing in with Dezi, the successor of the UZI card; section <c>Dezi</c> (docs/adr/0019). Off unless switched on.</summary>
public sealed partial class DeziOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Dezi";

    private const int SmallestKey = 2048;

    /// <summary>Offers Dezi beside the card. Off: no page, no session of it.</summary>
    public bool Enabled { get; set; }

    /// <summary>The issuer, exactly as it calls itself in its tokens; its addresses lie below it.</summary>
    public string Issuer { get; set; } = "https://auth.dezi.nl";

    /// <summary>Who signs the statement about the person inside the answer.</summary>
    public string StatementIssuer { get; set; } = "abonnee.dezi.nl";

    /// <summary>The portal's own name at Dezi.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>How the portal proves that name.</summary>
    public string ClientAuthentication { get; set; } = nameof(DeziClientAuthentication.PrivateKeyJwt);

    /// <summary>PEM file with the portal's client certificate (RSA).</summary>
    public string ClientCertificate { get; set; } = "";

    /// <summary>PEM file with its key.</summary>
    public string ClientCertificateKey { get; set; } = "";

    /// <summary>PEM file with the RSA key that Dezi encrypts its answers for; empty: only signed answers can be read.</summary>
    public string DecryptionKey { get; set; } = "";

    /// <summary>SHA-256 thumbprints (RFC 7638, base64url) of the only keys whose signatures count, whatever the issuer publishes.</summary>
    public IList<string> PinnedKeys { get; init; } = [];

    /// <summary>PEM file with the CAs of the issuer's own TLS certificate; empty: those the system trusts.</summary>
    public string Authorities { get; set; } = "";

    /// <summary>Seconds that the issuer has for all its answers of one sign-in together.</summary>
    public double TimeoutSeconds { get; set; } = 10;

    /// <summary>The proof of the client; only after <see cref="Faults"/> found none.</summary>
    public DeziClientAuthentication Proof => Enum.Parse<DeziClientAuthentication>(ClientAuthentication);

    /// <summary>An address of the issuer; only after <see cref="Faults"/> found none.</summary>
    public Uri Address(string path) => new(Issuer + path, UriKind.Absolute);

    /// <summary>The client certificate with its key; throws CryptographicException or IOException.</summary>
    public X509Certificate2 LoadClientCertificate() => X509Certificate2.CreateFromPemFile(ClientCertificate, ClientCertificateKey);

    /// <summary>The key that opens answers, or null; throws CryptographicException, ArgumentException or IOException.</summary>
    public RSA? LoadDecryptionKey()
    {
        if (DecryptionKey.Length == 0)
        {
            return null;
        }
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(DecryptionKey));
        return key;
    }

    /// <summary>Every fault in these settings, naming the key and the mend; none while Dezi is off.</summary>
    public IEnumerable<string> Faults(bool isProduction) => Enabled ? [.. NameFaults(), .. ClientFaults(isProduction), .. KeyFaults()] : [];

    private IEnumerable<string> NameFaults()
    {
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps
            || issuer.UserInfo.Length > 0 || issuer.Query.Length > 0 || issuer.Fragment.Length > 0 || Issuer.EndsWith('/'))
        {
            yield return "Dezi:Issuer must be an https address without a slash at its end, e.g. https://auth.dezi.nl";
        }
        if (StatementIssuer.Length == 0)
        {
            yield return "Dezi:StatementIssuer is empty; name who signs the statements, e.g. abonnee.dezi.nl";
        }
        if (ClientId.Length == 0)
        {
            yield return "Dezi:ClientId is empty; enter the name under which the portal is registered at Dezi";
        }
        if (Authorities.Length > 0 && !File.Exists(Authorities))
        {
            yield return $"Dezi:Authorities: there is no file '{Authorities}'; name the PEM file with the CA of the issuer's certificate";
        }
        if (TimeoutSeconds is not (>= 1 and <= 30))
        {
            yield return "Dezi:TimeoutSeconds must lie between 1 and 30";
        }
    }

    private IEnumerable<string> ClientFaults(bool isProduction)
    {
        if (!Enum.GetNames<DeziClientAuthentication>().Contains(ClientAuthentication, StringComparer.Ordinal))
        {
            yield return $"Dezi:ClientAuthentication is '{ClientAuthentication}'; use PrivateKeyJwt, TlsCertificate or None";
        }
        else if (Proof == DeziClientAuthentication.None)
        {
            if (isProduction)
            {
                yield return "Dezi:ClientAuthentication is None in Production: anyone could redeem codes in the portal's name; use PrivateKeyJwt or TlsCertificate";
            }
        }
        else if (Unusable(() => LoadClientCertificate().Dispose()) is { } why)
        {
            yield return $"Dezi:ClientCertificate and Dezi:ClientCertificateKey cannot be used ({why}); name PEM files of the portal's client certificate and its key";
        }
        else if (!HasStrongKey())
        {
            yield return $"Dezi:ClientCertificate must have an RSA key of at least {SmallestKey} bits";
        }
    }

    private IEnumerable<string> KeyFaults()
    {
        if (PinnedKeys.Count == 0)
        {
            yield return "Dezi:PinnedKeys is empty; without it whoever answers for the issuer could sign; enter the thumbprints of Dezi's signing keys";
        }
        foreach (var pin in PinnedKeys.Where(pin => !Thumbprint().IsMatch(pin)))
        {
            yield return $"Dezi:PinnedKeys: '{pin}' is no SHA-256 thumbprint of a JSON Web Key (43 characters of base64url, RFC 7638)";
        }
        if (Unusable(() => LoadDecryptionKey()?.Dispose()) is { } why)
        {
            yield return $"Dezi:DecryptionKey cannot be read ({why}); name a PEM file with an RSA key, or leave it empty";
            yield break;
        }
        using var key = LoadDecryptionKey();
        if (key is { KeySize: < SmallestKey })
        {
            yield return $"Dezi:DecryptionKey must have at least {SmallestKey} bits";
        }
    }

    private bool HasStrongKey()
    {
        using var certificate = LoadClientCertificate();
        using var key = certificate.GetRSAPrivateKey();
        return key is { KeySize: >= SmallestKey };
    }

    private static string? Unusable(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{43}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Thumbprint();
}
