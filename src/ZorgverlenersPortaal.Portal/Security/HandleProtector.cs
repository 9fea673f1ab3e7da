using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// Opaque addresses of patients and letters (R6): encrypted, and good only in the session they were made for. One that was
/// edited, or comes from another session, reads as null.
/// </summary>
public sealed class HandleProtector(IDataProtectionProvider protection)
{
    /// <summary>Longer than any handle; anything longer is not tried.</summary>
    private const int MaximumLength = 512;

    /// <summary>A handle for one EPD id in this session; kinds are not interchangeable.</summary>
    public string Make(string kind, string session, string id) =>
        WebEncoders.Base64UrlEncode(Protector(kind, session).Protect(System.Text.Encoding.UTF8.GetBytes(id)));

    /// <summary>The EPD id, or null.</summary>
    public string? Read(string kind, string session, string? handle)
    {
        if (handle is null or { Length: 0 or > MaximumLength })
        {
            return null;
        }
        try
        {
            return System.Text.Encoding.UTF8.GetString(Protector(kind, session).Unprotect(WebEncoders.Base64UrlDecode(handle)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException && !SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    private IDataProtector Protector(string kind, string session) => protection.CreateProtector("handle", kind, session);
}
