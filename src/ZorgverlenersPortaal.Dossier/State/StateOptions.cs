using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;

namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>Where the nodes keep what they share; section <c>State</c>.</summary>
public sealed class StateOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "State";

    private const int SmallestKey = 2048;

    /// <summary>Connection string of Redis, e.g. <c>redis.hospital.example:6380,ssl=true,password=…</c>; empty: in memory, one node.</summary>
    public string Redis { get; set; } = "";

    /// <summary>PEM file with the CAs of Redis's own certificate; empty: those the system trusts.</summary>
    public string RedisAuthorities { get; set; } = "";

    /// <summary>Seconds after which Redis counts as gone (0.05–1).</summary>
    public double TimeoutSeconds { get; set; } = 1;

    /// <summary>PEM or PKCS#12 file of the RSA certificate that encrypts the data-protection keys; the same on all nodes.</summary>
    public string KeyCertificate { get; set; } = "";

    /// <summary>PEM file with its key; not with PKCS#12.</summary>
    public string KeyCertificateKey { get; set; } = "";

    /// <summary>Password of the PKCS#12 file or of the encrypted key.</summary>
    public string KeyCertificatePassword { get; set; } = "";

    /// <summary>There is a Redis.</summary>
    public bool IsShared => Redis.Length > 0;

    /// <summary>Every fault in these settings, naming the key and the mend; never the connection string, it holds a password.</summary>
    public IEnumerable<string> Faults(bool isProduction)
    {
        if (TimeoutSeconds is not (>= 0.05 and <= 1))
        {
            yield return "State:TimeoutSeconds must lie between 0.05 and 1";
        }
        if (!IsShared)
        {
            if (KeyCertificate.Length > 0 || RedisAuthorities.Length > 0)
            {
                yield return "State:KeyCertificate and State:RedisAuthorities have no meaning without State:Redis; set that too, or leave them empty";
            }
            yield break;
        }
        foreach (var fault in RedisFaults(isProduction).Concat(CertificateFaults()))
        {
            yield return fault;
        }
    }

    /// <summary>The certificate with its private key; only after <see cref="Faults"/> found none.</summary>
    public X509Certificate2 LoadKeyCertificate()
    {
        if (Path.GetExtension(KeyCertificate) is ".p12" or ".pfx")
        {
            return X509CertificateLoader.LoadPkcs12FromFile(KeyCertificate, KeyCertificatePassword);
        }
        return KeyCertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(KeyCertificate, KeyCertificatePassword, KeyCertificateKey)
            : X509Certificate2.CreateFromPemFile(KeyCertificate, KeyCertificateKey);
    }

    /// <summary>What StackExchange.Redis makes of the connection string; null when it cannot read it.</summary>
    internal ConfigurationOptions? ReadRedis()
    {
        try
        {
            var read = ConfigurationOptions.Parse(Redis);
            return read.EndPoints.Count > 0 ? read : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private IEnumerable<string> RedisFaults(bool isProduction)
    {
        if (ReadRedis() is not { } redis)
        {
            yield return "State:Redis cannot be read; write host:port,ssl=true,password=…";
            yield break;
        }
        if (redis.AllowAdmin)
        {
            yield return "State:Redis has allowAdmin; the portal needs no such power, leave it out";
        }
        if (isProduction && !redis.Ssl && !redis.EndPoints.All(IsLoopback))
        {
            yield return "State:Redis goes over the network without TLS; add ssl=true";
        }
        if (isProduction && string.IsNullOrEmpty(redis.Password))
        {
            yield return "State:Redis has no password; set one in Redis (requirepass) and add password=…";
        }
        if (RedisAuthorities.Length > 0 && !File.Exists(RedisAuthorities))
        {
            yield return $"State:RedisAuthorities: there is no file '{RedisAuthorities}'; name the PEM file with the CA of Redis's certificate";
        }
    }

    private IEnumerable<string> CertificateFaults()
    {
        if (!File.Exists(KeyCertificate))
        {
            yield return $"State:KeyCertificate: there is no file '{KeyCertificate}'; with State:Redis the nodes need one RSA certificate between them "
                + "that encrypts their keys (PEM or PKCS#12)";
            yield break;
        }
        string? fault = null;
        try
        {
            using var certificate = LoadKeyCertificate();
            using var key = certificate.GetRSAPrivateKey();
            if (key is null || key.KeySize < SmallestKey)
            {
                fault = $"State:KeyCertificate must be an RSA certificate of at least {SmallestKey} bits, with its private key";
            }
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = $"State:KeyCertificate cannot be read ({e.Message}); check the file, State:KeyCertificateKey and State:KeyCertificatePassword";
        }
        if (fault is not null)
        {
            yield return fault;
        }
    }

    private static bool IsLoopback(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint ip => IPAddress.IsLoopback(ip.Address),
        DnsEndPoint dns => dns.Host == "localhost",
        _ => false,
    };
}
