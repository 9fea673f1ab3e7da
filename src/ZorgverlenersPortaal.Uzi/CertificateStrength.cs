using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Keys and signatures of the card and the CAs below the root: X509Chain accepts RSA-1024 and SHA-1 (security.md §0.6).
/// </summary>
internal static class CertificateStrength
{
    private const int RsaBits = 2048;
    private const string RsaOid = "1.2.840.113549.1.1.1";
    private const string EllipticCurveOid = "1.2.840.10045.2.1";

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

    // Read as DER: OpenSSL 3.0 takes 90 µs to make a key of one, and three of them were half the judgement.
    private static bool IsStrongKey(X509Certificate2 certificate)
    {
        var key = certificate.PublicKey;
        return key.Oid.Value switch
        {
            RsaOid => ReadModulusBits(key.EncodedKeyValue.RawData) >= RsaBits,
            EllipticCurveOid => key.EncodedParameters?.RawData is { } parameters && IsKnownCurve(parameters),
            _ => false,
        };
    }

    private static int ReadModulusBits(byte[] key)
    {
        var reader = new AsnReader(key, AsnEncodingRules.DER);
        var modulus = reader.ReadSequence().ReadInteger();
        reader.ThrowIfNotEmpty();
        return modulus.Sign > 0 ? (int)modulus.GetBitLength() : 0;
    }

    private static bool IsKnownCurve(byte[] parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.DER);
        return reader.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier)
            && _curves.Contains(reader.ReadObjectIdentifier(), StringComparer.Ordinal);
    }
}
