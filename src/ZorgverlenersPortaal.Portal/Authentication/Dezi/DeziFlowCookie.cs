using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// Ties a visit to Dezi to the browser that started it. SameSite=Lax, because the return is a navigation from Dezi's site, which
/// brings no Strict cookie; it opens nothing by itself, and the session's own cookie stays Strict.
/// </summary>
internal static class DeziFlowCookie
{
    /// <summary>Name; the prefix makes browsers refuse it on anything but this host over TLS.</summary>
    public const string Name = "__Host-zvp-dezi";

    private const int SecretBytes = 32;

    /// <summary>Gives the browser a new secret; returns its hash.</summary>
    public static string Write(HttpResponse response, TimeSpan lifetime)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        response.Cookies.Append(Name, secret, Options(lifetime));
        return Hash(secret);
    }

    /// <summary>This browser has the secret of that hash.</summary>
    public static bool IsOf(HttpRequest request, string hash) => request.Cookies.TryGetValue(Name, out var secret)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));

    /// <summary>Takes it back.</summary>
    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static CookieOptions Options(TimeSpan? lifetime) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lifetime };
}
