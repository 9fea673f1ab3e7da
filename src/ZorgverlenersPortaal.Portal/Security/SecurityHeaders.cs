namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>The headers every answer carries, whatever made it (security.md §1.3 items 13–19).</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types zvp";

    /// <summary>Sets the headers before anything else can answer; an endpoint may only make them stricter.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.CacheControl = "no-store";
        return next(context);
    });

    /// <summary>
    /// Another site may not so much as ask (H118). A person following a link from elsewhere may, and then has no session
    /// yet: the cookie is SameSite=Strict.
    /// </summary>
    public static IApplicationBuilder UseSameSiteRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        if (request.Headers["Sec-Fetch-Site"] == "cross-site"
            && (request.Headers["Sec-Fetch-Mode"] != "navigate" || !HttpMethods.IsGet(request.Method)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(context);
    });
}
