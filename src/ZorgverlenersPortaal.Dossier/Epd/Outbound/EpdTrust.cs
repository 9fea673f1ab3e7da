using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>The CAs that may vouch for the EPD: a file or a folder of PEM certificates, apart from those of cards and of browsers (security.md §1.3 item 48).</summary>
internal sealed class EpdTrust
{
    private static readonly string[] _endings = [".pem", ".crt", ".cer"];

    private EpdTrust(X509Certificate2Collection roots, X509Certificate2Collection between) => (Roots, Between) = (roots, between);

    /// <summary>Self-signed: what a chain must end in.</summary>
    public X509Certificate2Collection Roots { get; }

    /// <summary>CAs below them, for an EPD that does not send its whole chain.</summary>
    public X509Certificate2Collection Between { get; }

    /// <summary>What is wrong with the list, naming the key and the mend; null when it can be used, or none is configured.</summary>
    public static string? Fault(string path)
    {
        try
        {
            _ = path.Length > 0 ? Load(path) : null;
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Epd:TrustedCertificates cannot be used ({e.Message}); name a PEM file with the CA of the EPD's certificate, or a folder of them";
        }
    }

    /// <summary>Reads the list; throws <see cref="CryptographicException"/> or <see cref="IOException"/>.</summary>
    public static EpdTrust Load(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path).Where(file => _endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).ToArray()
            : [path];
        var all = new X509Certificate2Collection();
        foreach (var file in files)
        {
            all.ImportFromPemFile(file);
        }
        X509Certificate2Collection roots = [.. all.Where(IsSelfIssued)], between = [.. all.Where(c => !IsSelfIssued(c))];
        return roots.Count > 0 ? new(roots, between) : throw new CryptographicException($"there is no root certificate in '{path}'");
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
