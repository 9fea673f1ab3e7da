using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Faults in how the portal proves itself to the EPD and whom it trusts there (R13).</summary>
internal static class EpdAccessFaults
{
    public static IEnumerable<string> Of(EpdOptions options, bool isProduction)
    {
        if (!Enum.GetNames<EpdAuthentication>().Contains(options.Authentication, StringComparer.Ordinal))
        {
            return [$"Epd:Authentication is '{options.Authentication}'; use None, ClientCertificate or SmartBackendServices"];
        }
        return
        [
            .. SchemeFaults(options, isProduction),
            .. CertificateFaults(options),
            .. EpdTrust.Fault(options.TrustedCertificates) is { } fault ? [fault] : Array.Empty<string>(),
            .. options.Method == EpdAuthentication.SmartBackendServices ? options.Smart.Faults(isProduction) : [],
        ];
    }

    private static IEnumerable<string> SchemeFaults(EpdOptions options, bool isProduction)
    {
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
        {
            yield break;
        }
        if (isProduction && !address.IsLoopback)
        {
            yield return "Epd:BaseAddress is http in Production: patients' data would cross the network readable; use https";
        }
        else if (options.Method == EpdAuthentication.ClientCertificate)
        {
            yield return "Epd:BaseAddress is http, and a client certificate is shown only over https; use https, or Epd:Authentication=None";
        }
        else if (isProduction && options.Method == EpdAuthentication.SmartBackendServices)
        {
            yield return "Epd:BaseAddress is http in Production, and tokens are sent only over https; use https";
        }
    }

    private static IEnumerable<string> CertificateFaults(EpdOptions options)
    {
        if (!options.ShowsCertificate)
        {
            if (options.Method == EpdAuthentication.ClientCertificate)
            {
                yield return "Epd:ClientCertificate is empty; name the file with the certificate by which the EPD knows the portal";
            }
            yield break;
        }
        if (options.Method == EpdAuthentication.None)
        {
            yield return "Epd:ClientCertificate has no meaning with Epd:Authentication=None; choose ClientCertificate or SmartBackendServices, or leave it empty";
            yield break;
        }
        string? fault = null;
        try
        {
            using var certificate = OutboundTls.LoadCertificate(options);
            fault = certificate.HasPrivateKey ? null : "Epd:ClientCertificate comes without its private key; name Epd:ClientCertificateKey, or a PKCS#12 file with the key in it";
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = $"Epd:ClientCertificate cannot be read ({e.Message}); check the file, Epd:ClientCertificateKey and Epd:ClientCertificatePassword";
        }
        if (fault is not null)
        {
            yield return fault;
        }
    }
}
