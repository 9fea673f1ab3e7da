using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>An OCSP answer written field by field, so that it can be wrong in one place and rightly signed.</summary>
internal sealed record OcspReply(TestAuthority Issuer, DateTimeOffset ThisUpdate)
{
    private const string NonceOid = "1.3.6.1.5.5.7.48.1.2";

    private static readonly Asn1Tag _context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag _context1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>0 good, 1 revoked, 2 unknown.</summary>
    public int CardStatus { get; init; }

    public DateTimeOffset? NextUpdate { get; init; } = ThisUpdate.AddHours(1);

    /// <summary>Null leaves the nonce out; an empty array repeats the question's.</summary>
    public byte[]? Nonce { get; init; } = [];

    /// <summary>Who signs; null is the issuer itself, whose certificate is then not sent along.</summary>
    public X509Certificate2? Responder { get; init; }

    public RSA Key { get; init; } = Issuer.Key;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Who the answer says it is from; null is the signer's name.</summary>
    public byte[]? Name { get; init; }

    /// <summary>Changes the name of the certificate that the answer is about.</summary>
    public Func<byte[], byte[]> CertId { get; init; } = id => id;

    public int Copies { get; init; } = 1;

    public (string Oid, bool Critical)? Extension { get; init; }

    /// <summary>A certificate for OCSP signing from <paramref name="issuer"/>, with whatever is to be different.</summary>
    public static X509Certificate2 MakeResponder(
        TestAuthority issuer, DateTimeOffset now, string purpose = "1.3.6.1.5.5.7.3.9", string key = "ocsp", int bits = 2048)
    {
        var request = new CertificateRequest("CN=TEST OCSP responder", TestKeys.Rsa(key, bits), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], true));
        return request.Create(issuer.Certificate.SubjectName, issuer.Generator, now.AddDays(-1), now.AddDays(30), TestAuthority.NewSerial());
    }

    public byte[] Build(byte[] question)
    {
        var tbs = new AsnReader(question, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var certId = tbs.ReadSequence().ReadSequence().ReadEncodedValue().ToArray();
        var extension = tbs.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 2, isConstructed: true)).ReadSequence().ReadSequence();
        extension.ReadObjectIdentifier();
        var basic = Basic(Data(CertId(certId), Nonce is { Length: 0 } ? extension.ReadOctetString() : Nonce));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (writer.PushSequence(_context0))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.1");
                writer.WriteOctetString(basic);
            }
        }

        return writer.Encode();
    }

    private byte[] Basic(byte[] data)
    {
        var signer = X509SignatureGenerator.CreateForRSA(Key, RSASignaturePadding.Pkcs1);
        var isSha1 = Hash == HashAlgorithmName.SHA1;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(data);
            writer.WriteEncodedValue(isSha1 ? new TestSigner(Key).GetSignatureAlgorithmIdentifier(Hash) : signer.GetSignatureAlgorithmIdentifier(Hash));
            writer.WriteBitString(Key.SignData(data, Hash, RSASignaturePadding.Pkcs1));
            if (Responder is not null)
            {
                using (writer.PushSequence(_context0))
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(Responder.RawData);
                }
            }
        }

        return writer.Encode();
    }

    private byte[] Data(byte[] certId, byte[]? nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(_context1))
            {
                writer.WriteEncodedValue(Name ?? (Responder ?? Issuer.Certificate).SubjectName.RawData);
            }

            writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
            using (writer.PushSequence())
            {
                for (var i = 0; i < Copies; i++)
                {
                    WriteAnswer(writer, certId);
                }
            }

            if (nonce is not null || Extension is not null)
            {
                using (writer.PushSequence(_context1))
                using (writer.PushSequence())
                {
                    WriteExtension(writer, nonce is null ? null : (NonceOid, false), nonce ?? []);
                    WriteExtension(writer, Extension, [0x05, 0x00]);
                }
            }
        }

        return writer.Encode();
    }

    private void WriteAnswer(AsnWriter writer, byte[] certId)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certId);
            if (CardStatus == 1)
            {
                using (writer.PushSequence(_context1))
                {
                    writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
                }
            }
            else
            {
                writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, CardStatus));
            }

            writer.WriteGeneralizedTime(ThisUpdate, omitFractionalSeconds: true);
            if (NextUpdate is { } next)
            {
                using (writer.PushSequence(_context0))
                {
                    writer.WriteGeneralizedTime(next, omitFractionalSeconds: true);
                }
            }
        }
    }

    private static void WriteExtension(AsnWriter writer, (string Oid, bool Critical)? extension, byte[] value)
    {
        if (extension is not { } known)
        {
            return;
        }

        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(known.Oid);
            if (known.Critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(value);
        }
    }
}
