using System.Formats.Asn1;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Fields that certificates and revocation lists write alike (RFC 5280 §4.1).</summary>
internal static class DerFields
{
    /// <summary>UTCTime (years 1950 to 2049) or GeneralizedTime.</summary>
    public static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
            ? reader.ReadUtcTime(twoDigitYearMax: 2049)
            : reader.ReadGeneralizedTime();

    /// <summary>A signature: a BIT STRING of whole bytes, so that no bit of it can be changed unseen.</summary>
    /// <exception cref="AsnContentException">Also when bits of the last byte are left out.</exception>
    public static byte[] ReadSignature(AsnReader reader)
    {
        var signature = reader.ReadBitString(out var unused);
        return unused == 0 ? signature : throw new AsnContentException("the signature is not whole bytes");
    }

    /// <summary>SEQUENCE OF Extension, by OID.</summary>
    /// <exception cref="AsnContentException">
    /// Also when an OID occurs twice: readers differ on which one they would take.
    /// </exception>
    public static Dictionary<string, DerExtension> ReadExtensions(AsnReader reader)
    {
        var extensions = new Dictionary<string, DerExtension>(StringComparer.Ordinal);
        var sequence = reader.ReadSequence();
        while (sequence.HasData)
        {
            var extension = sequence.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            var value = new DerExtension(critical, extension.ReadOctetString());
            extension.ThrowIfNotEmpty();
            if (!extensions.TryAdd(oid, value))
            {
                throw new AsnContentException($"extension {oid} occurs twice");
            }
        }

        return extensions;
    }

    /// <summary>
    /// The http and other URIs of CRL distribution points (RFC 5280 §4.2.1.13); other kinds of names are left out.
    /// </summary>
    public static IReadOnlyList<string> ReadDistributionPoints(ReadOnlyMemory<byte> extension)
    {
        var addresses = new List<string>();
        var points = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            var point = points.ReadSequence();
            if (point.HasData && point.PeekTag().HasSameClassAndValue(Context(0)))
            {
                addresses.AddRange(ReadPointName(point.ReadSequence(Context(0))));
            }
        }

        return addresses;
    }

    /// <summary>DistributionPointName: the URIs of its full name.</summary>
    public static IEnumerable<string> ReadPointName(AsnReader name)
    {
        if (!name.PeekTag().HasSameClassAndValue(Context(0)))
        {
            yield break;
        }

        var names = name.ReadSequence(Context(0));
        var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(uri))
            {
                yield return names.ReadCharacterString(UniversalTagNumber.IA5String, uri);
            }
            else
            {
                names.ReadEncodedValue();
            }
        }
    }

    public static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
