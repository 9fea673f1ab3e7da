using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Reads the trust files and gathers every fault before it gives up, so that one start names them all (R13).
/// </summary>
internal static class UziTrustFiles
{
    public static (List<X509Certificate2> Anchors, List<X509Certificate2> Intermediates) Read(
        IEnumerable<string> anchorPaths, IEnumerable<string> intermediatePaths)
    {
        var faults = new List<string>();
        var anchors = ReadAll(anchorPaths, AnchorFault, faults);
        var intermediates = ReadAll(intermediatePaths, IntermediateFault, faults);
        if (faults.Count == 0 && anchors.Count == 0)
        {
            faults.Add("no trust anchor is configured: name at least one file with a root certificate");
        }

        if (faults.Count == 0 && intermediates.Count == 0)
        {
            faults.Add("no intermediate is configured: name the files with the CAs that issue the cards");
        }

        if (faults.Count == 0)
        {
            return (anchors, intermediates);
        }

        foreach (var certificate in anchors.Concat(intermediates))
        {
            certificate.Dispose();
        }

        throw new UziTrustException(faults);
    }

    private static List<X509Certificate2> ReadAll(
        IEnumerable<string> paths, Func<X509Certificate2, string?> fault, List<string> faults)
    {
        var found = new List<X509Certificate2>();
        foreach (var path in paths)
        {
            try
            {
                var certificates = ReadFile(path);
                certificates.ToList().ForEach(certificate => CertificateFrame.Read(certificate.RawData));
                faults.AddRange(certificates.Select(fault).OfType<string>().Select(reason => $"{path}: {reason}"));
                found.AddRange(certificates);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                faults.Add($"{path}: {e.Message}");
            }
            catch (Exception e) when (e is CryptographicException or AsnContentException)
            {
                faults.Add($"{path}: not a certificate in PEM or strict DER");
            }
        }

        return found;
    }

    private static X509Certificate2Collection ReadFile(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var certificates = new X509Certificate2Collection();
        if (bytes.AsSpan().IndexOf("-----BEGIN "u8) < 0)
        {
            certificates.Add(X509CertificateLoader.LoadCertificate(bytes));
            return certificates;
        }

        if (bytes.AsSpan().IndexOf("PRIVATE KEY-----"u8) >= 0)
        {
            throw new InvalidDataException("holds a private key; a trust file holds certificates only, remove the key");
        }

        certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
        return certificates.Count > 0 ? certificates : throw new InvalidDataException("holds no certificate");
    }

    private static string? AnchorFault(X509Certificate2 certificate) =>
        !CertificateUsages.IsAuthority(certificate) ? $"'{certificate.Subject}' is no CA"
        : !IsSelfIssued(certificate) ? $"'{certificate.Subject}' is no root; list it as an intermediate"
        : null;

    private static string? IntermediateFault(X509Certificate2 certificate) =>
        !CertificateUsages.IsAuthority(certificate) ? $"'{certificate.Subject}' is no CA"
        : IsSelfIssued(certificate) ? $"'{certificate.Subject}' is a root; list it as a trust anchor"
        : null;

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
