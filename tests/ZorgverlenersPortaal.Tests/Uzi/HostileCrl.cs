using System.Formats.Asn1;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>A revocation list written field by field, so that it can be wrong in one place and rightly signed.</summary>
internal sealed record HostileCrl(TestAuthority Issuer, DateTimeOffset ThisUpdate)
{
    public int Version { get; init; } = 1;

    /// <summary>Null leaves crlNumber out.</summary>
    public int? Number { get; init; } = 1;

    public bool HasNextUpdate { get; init; } = true;

    public IReadOnlyList<byte[]> Serials { get; init; } = [];

    public (string Oid, bool Critical, byte[] Value)? Extension { get; init; }

    public (string Oid, bool Critical, byte[] Value)? EntryExtension { get; init; }

    public byte[] Build()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 4096 + (Serials.Count * 64)); // it grows by a kilobyte at a time
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.11");
                writer.WriteNull();
            }

            writer.WriteEncodedValue(Issuer.Certificate.SubjectName.RawData);
            writer.WriteUtcTime(ThisUpdate);
            if (HasNextUpdate)
            {
                writer.WriteUtcTime(ThisUpdate.AddHours(48));
            }

            WriteEntries(writer);
            WriteExtensions(writer);
        }

        return ForgedCertificate.Sign(writer.Encode(), Issuer.Key);
    }

    private void WriteEntries(AsnWriter writer)
    {
        if (Serials.Count == 0)
        {
            return;
        }

        using (writer.PushSequence())
        {
            foreach (var serial in Serials)
            {
                using (writer.PushSequence())
                {
                    writer.WriteInteger(serial);
                    writer.WriteUtcTime(ThisUpdate);
                    if (EntryExtension is { } extension)
                    {
                        using (writer.PushSequence())
                        {
                            WriteExtension(writer, extension.Oid, extension.Critical, extension.Value);
                        }
                    }
                }
            }
        }
    }

    private void WriteExtensions(AsnWriter writer)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)))
        using (writer.PushSequence())
        {
            if (Number is { } number)
            {
                var value = new AsnWriter(AsnEncodingRules.DER);
                value.WriteInteger(number);
                WriteExtension(writer, "2.5.29.20", critical: false, value.Encode());
            }

            if (Extension is { } extension)
            {
                WriteExtension(writer, extension.Oid, extension.Critical, extension.Value);
            }
        }
    }

    private static void WriteExtension(AsnWriter writer, string oid, bool critical, byte[] value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(value);
        }
    }
}
