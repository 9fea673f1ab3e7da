using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Certificates no honest CA would make, with a signature that holds nevertheless.</summary>
internal static class ForgedCertificate
{
    /// <summary>The same certificate with every field in order passed through <paramref name="change"/>, signed anew.</summary>
    public static X509Certificate2 Rewrite(X509Certificate2 certificate, TestAuthority issuer, Func<int, byte[], byte[]> change)
    {
        var tbs = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            for (var field = 0; tbs.HasData; field++)
            {
                writer.WriteEncodedValue(change(field, tbs.ReadEncodedValue().ToArray()));
            }
        }

        return X509CertificateLoader.LoadCertificate(Sign(writer.Encode(), issuer.Key));
    }

    /// <summary>The inside of [3] with its SEQUENCE OF Extension changed.</summary>
    public static byte[] RewriteExtensions(byte[] field, Func<List<byte[]>, IEnumerable<byte[]>> change)
    {
        var context3 = new Asn1Tag(TagClass.ContextSpecific, 3, isConstructed: true);
        var sequence = new AsnReader(field, AsnEncodingRules.DER).ReadSequence(context3).ReadSequence();
        var extensions = new List<byte[]>();
        while (sequence.HasData)
        {
            extensions.Add(sequence.ReadEncodedValue().ToArray());
        }

        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence(context3))
        using (writer.PushSequence())
        {
            foreach (var extension in change(extensions))
            {
                writer.WriteEncodedValue(extension);
            }
        }

        return writer.Encode();
    }

    /// <summary>SEQUENCE { content, sha256WithRSA, signature }: a certificate or a revocation list.</summary>
    public static byte[] Sign(byte[] content, RSA key)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER, content.Length + 1024);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(content);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.11");
                writer.WriteNull();
            }

            writer.WriteBitString(key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return writer.Encode();
    }
}
