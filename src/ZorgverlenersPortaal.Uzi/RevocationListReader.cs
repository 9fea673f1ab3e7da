using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Reads a revocation list (RFC 5280 §5) as strict DER. What it cannot understand in full it refuses.
/// </summary>
internal sealed class RevocationListReader
{
    private const string NumberOid = "2.5.29.20";
    private const string DeltaOid = "2.5.29.27";
    private const string ScopeOid = "2.5.29.28";
    private const string CertificateIssuerOid = "2.5.29.29";

    private RevocationListReader(AsnReader list)
    {
        SignedBytes = list.PeekEncodedValue();
        var content = list.ReadSequence();
        var algorithm = list.ReadEncodedValue();
        Scheme = SignatureScheme.Read(algorithm);
        Signature = DerFields.ReadSignature(list);
        list.ThrowIfNotEmpty();
        List = ReadContent(content, algorithm);
    }

    public RevocationList List { get; }

    public ReadOnlyMemory<byte> SignedBytes { get; }

    public byte[] Signature { get; }

    /// <summary>Null when weaker than SHA-256 or not known.</summary>
    public SignatureScheme? Scheme { get; }

    /// <summary>Set when the list is well-formed but of a kind that we do not use.</summary>
    public CrlRefusal? Refusal { get; private set; }

    /// <exception cref="AsnContentException">Not strict DER of such a list.</exception>
    public static RevocationListReader Read(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var list = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        return new RevocationListReader(list);
    }

    private RevocationList ReadContent(AsnReader content, ReadOnlyMemory<byte> algorithm)
    {
        if (!content.TryReadInt32(out var version) || version != 1)
        {
            throw new AsnContentException("not version 2");
        }

        if (!content.ReadEncodedValue().Span.SequenceEqual(algorithm.Span))
        {
            throw new AsnContentException("the signature algorithm inside differs from the one outside");
        }

        var issuer = new X500DistinguishedName(content.ReadEncodedValue().Span);
        var thisUpdate = DerFields.ReadTime(content);
        var nextUpdate = DerFields.ReadTime(content);
        var hasEntries = content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
        var entries = hasEntries ? content.ReadSequence() : null;
        var wrapper = content.ReadSequence(DerFields.Context(0));
        content.ThrowIfNotEmpty();
        var extensions = DerFields.ReadExtensions(wrapper);
        wrapper.ThrowIfNotEmpty();
        if (!extensions.TryGetValue(NumberOid, out var number))
        {
            throw new AsnContentException("no crlNumber");
        }

        return new RevocationList
        {
            Issuer = issuer,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            Number = new AsnReader(number.Value, AsnEncodingRules.DER).ReadInteger(),
            Scope = ReadScope(extensions),
            Serials = entries is null ? [] : ReadEntries(entries),
        };
    }

    private RevocationScope ReadScope(Dictionary<string, DerExtension> extensions)
    {
        if (extensions.ContainsKey(DeltaOid))
        {
            Refusal = CrlRefusal.DeltaOrIndirect;
        }

        if (extensions.Any(entry => entry.Value.Critical && entry.Key is not (NumberOid or DeltaOid or ScopeOid)))
        {
            Refusal ??= CrlRefusal.UnknownCriticalExtension;
        }

        if (!extensions.TryGetValue(ScopeOid, out var point))
        {
            return RevocationScope.Everything;
        }

        var scope = RevocationScope.Read(point.Value);
        Refusal ??= scope is null ? CrlRefusal.DeltaOrIndirect : null;
        return scope ?? RevocationScope.Everything;
    }

    private HashSet<CertificateSerial> ReadEntries(AsnReader entries)
    {
        var serials = new HashSet<CertificateSerial>();
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            serials.Add(CertificateSerial.Read(entry.ReadIntegerBytes().Span)
                ?? throw new AsnContentException("a serial number is negative or too long"));
            DerFields.ReadTime(entry);
            if (entry.HasData)
            {
                ReadEntryExtensions(entry);
            }
        }

        return serials;
    }

    private void ReadEntryExtensions(AsnReader entry)
    {
        foreach (var (oid, extension) in DerFields.ReadExtensions(entry))
        {
            // An entry of another issuer than the list's own: an indirect list.
            if (string.Equals(oid, CertificateIssuerOid, StringComparison.Ordinal))
            {
                Refusal ??= CrlRefusal.DeltaOrIndirect;
            }
            else if (extension.Critical)
            {
                Refusal ??= CrlRefusal.UnknownCriticalExtension;
            }
        }

        entry.ThrowIfNotEmpty();
    }
}
