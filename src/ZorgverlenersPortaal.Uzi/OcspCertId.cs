using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>How OCSP names one certificate: hashes of its issuer's name and key, and its serial number (RFC 6960 §4.1.1).</summary>
internal sealed class OcspCertId
{
    // Every responder knows SHA-1 (RFC 5019 §2.1.1); here it is a name, and no security rests on it.
    private const string Sha1Oid = "1.3.14.3.2.26";

    private readonly byte[] _issuerName;
    private readonly byte[] _issuerKey;
    private readonly CertificateSerial _serial;

    public OcspCertId(OcspQuestion question)
    {
        _issuerName = Hash(question.Issuer.SubjectName.RawData);
        _issuerKey = KeyHash(question.Issuer);
        _serial = CertificateSerial.Parse(question.SerialNumber)
            ?? throw new ArgumentException("not a serial number in hexadecimal", nameof(question));
    }

    /// <summary>SHA-1 of the public key without its wrapping, as responders name themselves and their CA.</summary>
    public static byte[] KeyHash(X509Certificate2 certificate) => Hash(certificate.PublicKey.EncodedKeyValue.RawData);

    public void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1Oid);
                writer.WriteNull();
            }

            writer.WriteOctetString(_issuerName);
            writer.WriteOctetString(_issuerKey);
            writer.WriteIntegerUnsigned(Convert.FromHexString(_serial.ToString()));
        }
    }

    /// <exception cref="AsnContentException">Not a CertID.</exception>
    public bool Matches(AsnReader certId)
    {
        var algorithm = certId.ReadSequence().ReadObjectIdentifier();
        var name = certId.ReadOctetString();
        var key = certId.ReadOctetString();
        var serial = CertificateSerial.Read(certId.ReadIntegerBytes().Span);
        certId.ThrowIfNotEmpty();
        return algorithm == Sha1Oid
            && name.AsSpan().SequenceEqual(_issuerName)
            && key.AsSpan().SequenceEqual(_issuerKey)
            && serial == _serial;
    }

#pragma warning disable CA5350 // the hash of the protocol; see Sha1Oid
    private static byte[] Hash(byte[] value) => SHA1.HashData(value);
#pragma warning restore CA5350
}
