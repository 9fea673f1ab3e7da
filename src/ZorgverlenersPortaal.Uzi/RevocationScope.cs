using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Which certificates of its issuer a list speaks for (issuingDistributionPoint, RFC 5280 §5.2.5).</summary>
/// <param name="Cards">Speaks for end-entity certificates.</param>
/// <param name="Authorities">Speaks for CA certificates.</param>
/// <param name="Addresses">Speaks only for certificates that name one of these; empty: for all.</param>
internal sealed record RevocationScope(bool Cards, bool Authorities, IReadOnlyList<string> Addresses)
{
    private const string DistributionPointsOid = "2.5.29.31";

    public static RevocationScope Everything { get; } = new(true, true, []);

    /// <summary>Two lists of one issuer with the same key replace each other; others stand side by side.</summary>
    public string Key => $"{Cards} {Authorities} {string.Join(' ', Addresses)}";

    /// <summary>Null when the list is indirect or for some reasons or attribute certificates only.</summary>
    /// <exception cref="AsnContentException">Not DER.</exception>
    public static RevocationScope? Read(ReadOnlyMemory<byte> extension)
    {
        var point = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        IReadOnlyList<string> addresses = [];
        if (point.HasData && point.PeekTag().HasSameClassAndValue(DerFields.Context(0)))
        {
            addresses = [.. DerFields.ReadPointName(point.ReadSequence(DerFields.Context(0)))];
            if (addresses.Count == 0)
            {
                return null; // named in a way we cannot compare with a certificate's address
            }
        }

        var onlyCards = ReadFlag(point, 1);
        var onlyAuthorities = ReadFlag(point, 2);
        return point.HasData || (onlyCards && onlyAuthorities) ? null : new(!onlyAuthorities, !onlyCards, addresses);
    }

    /// <summary>False also when the certificate's own addresses cannot be read.</summary>
    public bool Covers(X509Certificate2 certificate, bool isAuthority)
    {
        if (!(isAuthority ? Authorities : Cards))
        {
            return false;
        }

        return Addresses.Count == 0 || ReadAddresses(certificate).Intersect(Addresses, StringComparer.Ordinal).Any();
    }

    /// <summary>
    /// A card without an address of its list is none of CIBG's. The address itself is never called (security.md H029).
    /// </summary>
    /// <exception cref="AsnContentException">The addresses are not DER.</exception>
    public static UziFinding? CheckAddress(CertificateFrame card)
    {
        var points = card.Extension(DistributionPointsOid);
        return points is { } der && DerFields.ReadDistributionPoints(der).Count > 0
            ? null
            : new(UziRefusal.NoRevocationAddress, "no address of a revocation list");
    }

    private static IReadOnlyList<string> ReadAddresses(X509Certificate2 certificate)
    {
        try
        {
            var points = CertificateFrame.Read(certificate.RawData).Extension(DistributionPointsOid);
            return points is { } der ? DerFields.ReadDistributionPoints(der) : [];
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static bool ReadFlag(AsnReader point, int number)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, number);
        return point.HasData && point.PeekTag().HasSameClassAndValue(tag) && point.ReadBoolean(tag);
    }
}
