using System.Formats.Asn1;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// A certificate read as strict DER, because the framework takes doubled extensions, loose lengths and odd serials.
/// </summary>
internal sealed class CertificateFrame
{
    /// <summary>Genuine cards are about 2 kB; reading more than this is work for a stranger.</summary>
    private const int Limit = 16 * 1024;

    private readonly Dictionary<string, DerExtension> _extensions;

    private CertificateFrame(AsnReader tbs, ReadOnlyMemory<byte> algorithm)
    {
        RequireVersion3(tbs);
        Serial = ReadSerial(tbs);
        if (!tbs.ReadEncodedValue().Span.SequenceEqual(algorithm.Span))
        {
            throw new AsnContentException("the signature algorithm inside differs from the one outside");
        }

        Signature = SignatureScheme.Read(algorithm);
        tbs.ReadSequence(); // issuer
        var validity = tbs.ReadSequence();
        NotBefore = DerFields.ReadTime(validity);
        NotAfter = DerFields.ReadTime(validity);
        validity.ThrowIfNotEmpty();
        tbs.ReadSequence(); // subject
        tbs.ReadSequence(); // public key
        _extensions = ReadExtensions(tbs);
    }

    public CertificateSerial Serial { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>Null when it is weaker than SHA-256 or not known.</summary>
    public SignatureScheme? Signature { get; }

    /// <exception cref="AsnContentException">Not strict DER of an X.509 v3 certificate.</exception>
    public static CertificateFrame Read(ReadOnlyMemory<byte> der)
    {
        if (der.Length > Limit)
        {
            throw new AsnContentException($"{der.Length} bytes, more than {Limit}");
        }

        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var certificate = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var tbs = certificate.ReadSequence();
        var algorithm = certificate.ReadEncodedValue();
        DerFields.ReadSignature(certificate);
        certificate.ThrowIfNotEmpty();
        return new CertificateFrame(tbs, algorithm);
    }

    /// <summary>Null when the certificate has no such extension.</summary>
    public ReadOnlyMemory<byte>? Extension(string oid) => _extensions.GetValueOrDefault(oid)?.Value;

    private static void RequireVersion3(AsnReader tbs)
    {
        var version = tbs.ReadSequence(DerFields.Context(0));
        if (!version.TryReadInt32(out var number) || number != 2)
        {
            throw new AsnContentException("not version 3");
        }

        version.ThrowIfNotEmpty();
    }

    private static CertificateSerial ReadSerial(AsnReader tbs)
    {
        const int Longest = 20; // octets, RFC 5280 §4.1.2.2
        var bytes = tbs.ReadIntegerBytes().Span;
        var serial = bytes.TrimStart((byte)0).Length is > 0 and <= Longest ? CertificateSerial.Read(bytes) : null;
        return serial ?? throw new AsnContentException("the serial number is not positive or longer than 20 octets");
    }

    private static Dictionary<string, DerExtension> ReadExtensions(AsnReader tbs)
    {
        while (tbs.HasData && !tbs.PeekTag().HasSameClassAndValue(DerFields.Context(3)))
        {
            tbs.ReadEncodedValue(); // the unique identifiers [1] and [2]
        }

        if (!tbs.HasData)
        {
            return [];
        }

        var wrapper = tbs.ReadSequence(DerFields.Context(3));
        tbs.ThrowIfNotEmpty();
        var extensions = DerFields.ReadExtensions(wrapper);
        wrapper.ThrowIfNotEmpty();
        return extensions;
    }
}
