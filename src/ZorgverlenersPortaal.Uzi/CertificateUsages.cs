using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// What a certificate says it may be used for. .NET decodes an extension at first use, in the certificate's own object and
/// without a lock: of two requests on one connection, one could see it half read. So each reading decodes a copy.
/// </summary>
internal static class CertificateUsages
{
#pragma warning disable RS0030 // here, of a copy

    /// <summary>basicConstraints CA:TRUE.</summary>
    public static bool IsAuthority(X509Certificate2 certificate) => certificate.Extensions.OfType<X509BasicConstraintsExtension>()
        .Any(extension => new X509BasicConstraintsExtension(extension, extension.Critical).CertificateAuthority);

    /// <summary>Every keyUsage there is; mostly one.</summary>
    public static IEnumerable<X509KeyUsageFlags> KeyUsages(X509Certificate2 certificate) => certificate.Extensions.OfType<X509KeyUsageExtension>()
        .Select(extension => new X509KeyUsageExtension(extension, extension.Critical).KeyUsages);

    /// <summary>The OIDs of the extended key usage.</summary>
    public static IReadOnlyList<string> Purposes(X509Certificate2 certificate) =>
    [
        .. certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .SelectMany(extension => new X509EnhancedKeyUsageExtension(extension, extension.Critical).EnhancedKeyUsages.Cast<Oid>())
            .Select(oid => oid.Value ?? ""),
    ];
}
