using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Keys and signatures of the card and the CAs below the root: X509Chain accepts RSA-1024 and SHA-1 (security.md §0.6).
/// </summary>
internal static class CertificateStrength
{
    private const int RsaBits = 2048;

    // P-256, P-384, P-521
    private static readonly string[] _curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <param name="path">The card and the CAs above it, without the root, whose signature proves nothing.</param>
    public static UziFinding? Check(IReadOnlyList<X509Certificate2> path)
    {
        if (path.FirstOrDefault(certificate => !IsStrongKey(certificate)) is { } weakKey)
        {
            return new(UziRefusal.WeakKey, "weak or unknown key in " + Name(weakKey, path));
        }

        var weak = path.FirstOrDefault(certificate => CertificateFrame.Read(certificate.RawData).Signature is null);
        return weak is null
            ? null
            : new(UziRefusal.WeakSignature, $"algorithm {weak.SignatureAlgorithm.Value} in {Name(weak, path)}");
    }

    // The holder's name has no business in the operational log.
    private static string Name(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> path) =>
        ReferenceEquals(certificate, path[0]) ? "the card" : $"CA '{certificate.Subject}'";

    private static bool IsStrongKey(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.KeySize >= RsaBits;
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa?.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true, Oid.Value: { } oid }
            && _curves.Contains(oid, StringComparer.Ordinal);
    }
}
