using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>What the portal asks of its own certificate (NCSC TLS guidelines 2025-05 §3.3.2, DESIGN §6).</summary>
public static class ServerCertificateStrength
{
    private const int SmallestCurve = 384;
    private const int SmallestModulus = 3072;

    /// <summary>OIDs of signatures with SHA-256, SHA-384 or SHA-512, or without a hash of their own choice.</summary>
    private static readonly string[] _signatures =
    [
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.10",
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.3.101.112", "1.3.101.113",
    ];

    /// <summary>What is too weak, with its mend; null when the certificate will do.</summary>
    public static string? Fault(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        var found = (rsa, ecdsa) switch
        {
            ({ KeySize: >= SmallestModulus }, _) or (_, { KeySize: >= SmallestCurve }) => null,
            ({ } weak, _) => string.Create(CultureInfo.InvariantCulture, $"its key is RSA {weak.KeySize}"),
            (_, { } weak) => string.Create(CultureInfo.InvariantCulture, $"its key is ECDSA P-{weak.KeySize}"),
            _ => $"its key is of another kind ({certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value})",
        };
        found ??= _signatures.Contains(certificate.SignatureAlgorithm.Value, StringComparer.Ordinal)
            ? null
            : $"it is signed with {certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value}";
        return found is null ? null : $"{found}; ask your CA for one with an ECDSA P-384 or RSA 3072 key, signed with SHA-256 or better";
    }
}
