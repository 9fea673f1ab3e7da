using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>A question to an OCSP responder as it goes over the wire (RFC 6960 §4.1, nonce of RFC 9654), unsigned.</summary>
internal sealed class OcspRequest
{
    public const string NonceOid = "1.3.6.1.5.5.7.48.1.2";

    private const int NonceBytes = 32;

    public OcspRequest(OcspQuestion question, byte[] nonce)
    {
        CertId = new OcspCertId(question);
        Nonce = nonce;
    }

    public OcspRequest(OcspQuestion question) : this(question, NewNonce())
    {
    }

    public OcspCertId CertId { get; }

    /// <summary>Value of the extension; a responder that repeats it answers this very question.</summary>
    public byte[] Nonce { get; }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                CertId.Write(writer);
            }

            using (writer.PushSequence(DerFields.Context(2)))
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(NonceOid);
                writer.WriteOctetString(Nonce);
            }
        }

        return writer.Encode();
    }

    private static byte[] NewNonce()
    {
        var nonce = new AsnWriter(AsnEncodingRules.DER);
        nonce.WriteOctetString(RandomNumberGenerator.GetBytes(NonceBytes));
        return nonce.Encode();
    }
}
