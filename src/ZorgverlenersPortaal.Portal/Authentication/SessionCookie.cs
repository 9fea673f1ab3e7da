namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The one cookie of a session: host-bound, secure, unreadable for scripts, never sent from another site.</summary>
public static class SessionCookie
{
    /// <summary>Name; the prefix makes browsers refuse it on anything but this host over TLS.</summary>
    public const string Name = "__Host-zvp";

    /// <summary>Says that a session ended in this browser; it holds nothing else.</summary>
    private const string EndedName = "__Host-zvp-einde";

    /// <summary>The secret the browser sent, or null.</summary>
    public static string? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The framework does not mind the case of a name; browsers guard the prefix only as it is written (H071).
        var secret = request.Cookies.FirstOrDefault(cookie => string.Equals(cookie.Key, Name, StringComparison.Ordinal)).Value;
        return secret is { Length: > 0 and <= 128 } ? secret : null;
    }

    /// <summary>Gives the browser its secret, for as long as the browser is open.</summary>
    public static void Write(HttpResponse response, string secret)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(Name, secret, Options());
        if (HasEnded(response.HttpContext.Request))
        {
            response.Cookies.Delete(EndedName, Options());
        }
    }

    /// <summary>
    /// A session ended here and nobody signed in since. The card may still be in its reader: the back button of a screen that
    /// was left must not sign in by itself.
    /// </summary>
    public static bool HasEnded(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.ContainsKey(EndedName);
    }

    /// <summary>Takes it back, and leaves word that the session ended.</summary>
    public static void Delete(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Delete(Name, Options());
        response.Cookies.Append(EndedName, "1", Options());
    }

    private static CookieOptions Options() =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
