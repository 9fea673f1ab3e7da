using System.Numerics;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>A revocation list as read; it counts only after <see cref="RevocationStore"/> has verified it.</summary>
internal sealed record RevocationList
{
    public required X500DistinguishedName Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset NextUpdate { get; init; }

    public required BigInteger Number { get; init; }

    public required RevocationScope Scope { get; init; }

    public required HashSet<CertificateSerial> Serials { get; init; }

    /// <summary>SHA-256 of the list, upper-case hexadecimal; set by the store.</summary>
    public string Hash { get; init; } = "";

    public RevocationOrigin Origin { get; init; }
}
