using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Who may sign an answer for a CA: the CA itself, or whom it gave a certificate for that and nothing else (RFC 6960
/// §4.2.2.2).
/// </summary>
internal static class OcspResponder
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    // basicConstraints, keyUsage, extended key usage
    private static readonly string[] _understood = ["2.5.29.19", "2.5.29.15", "2.5.29.37"];

    /// <summary>Null when the certificate in the answer may speak for the CA.</summary>
    /// <exception cref="AsnContentException">Not strict DER of a certificate.</exception>
    public static string? Fault(X509Certificate2 responder, X509Certificate2 issuer, DateTimeOffset now)
    {
        var frame = CertificateFrame.Read(responder.RawData);
        return !responder.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData) || !IsSignedBy(responder, frame, issuer)
                ? "the responder's certificate is not from the CA of the card"
            : now < frame.NotBefore || now > frame.NotAfter ? "the responder's certificate is outside its dates"
            : CertificateStrength.Check([responder]) is not null ? "the responder's key or certificate is weak"
            : CertificatePurpose.CheckLeaf(responder) is not null ? "the responder is another CA"
            : !MaySign(responder) ? "the responder's certificate is not for OCSP signing"
            : null;
    }

    private static bool MaySign(X509Certificate2 responder) =>
        CertificateUsages.Purposes(responder).Contains(OcspSigning, StringComparer.Ordinal)
        && CertificateUsages.KeyUsages(responder).All(usage => usage.HasFlag(X509KeyUsageFlags.DigitalSignature))
        && responder.Extensions.All(extension => !extension.Critical || _understood.Contains(extension.Oid?.Value));

    private static bool IsSignedBy(X509Certificate2 responder, CertificateFrame frame, X509Certificate2 issuer)
    {
        var certificate = new AsnReader(responder.RawData, AsnEncodingRules.DER).ReadSequence();
        var signed = certificate.ReadEncodedValue();
        certificate.ReadEncodedValue(); // the algorithm, which the frame compared with the one inside
        return frame.Signature is { } scheme && scheme.Verify(issuer, signed.Span, DerFields.ReadSignature(certificate));
    }
}
