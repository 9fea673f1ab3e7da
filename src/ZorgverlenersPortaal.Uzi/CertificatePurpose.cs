using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// What the card's certificate is for. One card holds three with the same name; only one is for signing in (CPS table
/// 4).
/// </summary>
internal static class CertificatePurpose
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string AnyPurpose = "2.5.29.37.0";
    private const string PoliciesOid = "2.5.29.32";

    public static UziFinding? CheckLeaf(X509Certificate2 card) =>
        CertificateUsages.IsAuthority(card)
            ? new(UziRefusal.LeafIsCa, "basicConstraints says CA:TRUE")
            : null;

    public static UziFinding? CheckKeyUsage(X509Certificate2 card)
    {
        const X509KeyUsageFlags Authority = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;
        if (CertificateUsages.KeyUsages(card).ToList() is not [var usage])
        {
            return new(UziRefusal.WrongKeyUsage, "no keyUsage, or two");
        }

        if (!usage.HasFlag(X509KeyUsageFlags.DigitalSignature))
        {
            return new(UziRefusal.NotAuthenticationCertificate, $"keyUsage {usage}");
        }

        return (usage & Authority) == X509KeyUsageFlags.None
            ? null
            : new(UziRefusal.WrongKeyUsage, $"keyUsage {usage}");
    }

    /// <summary>The card must name clientAuth itself; a CA may be silent, or name it, or any.</summary>
    public static UziFinding? CheckExtendedKeyUsage(X509Certificate2 card, IEnumerable<X509Certificate2> authorities)
    {
        if (!CertificateUsages.Purposes(card).Contains(ClientAuthentication, StringComparer.Ordinal))
        {
            return new(UziRefusal.NotForClientAuthentication, "extended key usage does not name clientAuth");
        }

        var limited = authorities.FirstOrDefault(ca => CertificateUsages.Purposes(ca) is { Count: > 0 } purposes
            && !purposes.Contains(ClientAuthentication, StringComparer.Ordinal)
            && !purposes.Contains(AnyPurpose, StringComparer.Ordinal));
        return limited is null
            ? null
            : new(UziRefusal.NotForClientAuthentication, $"CA '{limited.Subject}' is not for clientAuth");
    }

    /// <exception cref="AsnContentException">The policies are not DER.</exception>
    public static UziFinding? CheckPolicy(CertificateFrame card, IReadOnlyList<UziCardRule> rules)
    {
        var policies = ReadPolicies(card.Extension(PoliciesOid));
        var held = rules.Any(rule =>
            rule.Policies.Count == 0 || rule.Policies.Intersect(policies, StringComparer.Ordinal).Any());
        return held
            ? null
            : new(UziRefusal.WrongPolicy, $"policies [{string.Join(", ", policies)}]");
    }

    private static List<string> ReadPolicies(ReadOnlyMemory<byte>? extension)
    {
        var policies = new List<string>();
        if (extension is not { } der)
        {
            return policies;
        }

        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            policies.Add(sequence.ReadSequence().ReadObjectIdentifier());
        }

        return policies;
    }
}
