using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// Opaque addresses of patients (R6): encrypted, and good only in the session they were made for. One that was edited, or comes
/// from another session, reads as null. Each holds a key of its own for what lies under it (<see cref="OpenedHandle"/>).
/// </summary>
public sealed class HandleProtector(IDataProtectionProvider protection)
{
    /// <summary>Longer than any handle; anything longer is not tried.</summary>
    internal const int MaximumLength = 512;

    /// <summary>A handle for one EPD id in this session; kinds are not interchangeable.</summary>
    public string Make(string kind, string session, string id) => WebEncoders.Base64UrlEncode(
        Protector(kind, session).Protect([.. RandomNumberGenerator.GetBytes(OpenedHandle.KeyLength), .. Encoding.UTF8.GetBytes(id)]));

    /// <summary>The EPD id, or null.</summary>
    public string? Read(string kind, string session, string? handle)
    {
        using var opened = Open(kind, session, handle);
        return opened?.Id;
    }

    /// <summary>The handle as <see cref="Make"/> made it, or null; the caller disposes it.</summary>
    public OpenedHandle? Open(string kind, string session, string? handle)
    {
        if (handle is null or { Length: 0 or > MaximumLength })
        {
            return null;
        }
        try
        {
            var plain = Protector(kind, session).Unprotect(WebEncoders.Base64UrlDecode(handle)).AsSpan();
            return new(plain[..OpenedHandle.KeyLength], Encoding.UTF8.GetString(plain[OpenedHandle.KeyLength..]));
        }
        catch (Exception e) when (e is CryptographicException or FormatException && !SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    private IDataProtector Protector(string kind, string session) => protection.CreateProtector("keyed handle", kind, session);
}
