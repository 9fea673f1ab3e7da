using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The only class that reads the certificate of the connection (a banned symbol elsewhere). TLS proved its key; it means
/// nothing until it is judged.
/// </summary>
public static class ClientCard
{
    /// <summary>The certificate of this very connection, or null. No header can bring one.</summary>
    public static X509Certificate2? Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
#pragma warning disable RS0030 // this is the one place
        return context.Connection.ClientCertificate;
#pragma warning restore RS0030
    }

    /// <summary>SHA-256 of the certificate on this connection, hexadecimal; null without one.</summary>
    public static string? Thumbprint(HttpContext context) => Read(context)?.GetCertHashString(HashAlgorithmName.SHA256);
}
