using Microsoft.AspNetCore.Http.Features;
namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>The headers every answer carries, whatever made it (security.md §1.3 items 13–19).</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types zvp";

    /// <summary>The same for the one page that shows a letter of this origin in a frame, where the letter's own sandbox holds.</summary>
    public const string PolicyWithLetter = Policy + "; frame-src 'self'";

    private static readonly (string Name, string Value) _transport = ("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    private static readonly (string Name, string Value)[] _headers =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>
    /// Sets the headers before anything else can answer; an endpoint may only make them stricter. Strict-Transport-Security is
    /// for the origin of a hospital only: on localhost it would shut every other program there out of plain http for a year.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, Uri origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        (string Name, string Value)[] headers = origin.IsLoopback ? _headers : [.. _headers, _transport];
        return app.Use((context, next) =>
        {
            // The exception handler starts its answer afresh, without headers: what is missing then is set at the last moment.
            context.Response.OnStarting(() =>
            {
                SetMissing(context.Response.Headers, headers);
                return Task.CompletedTask;
            });
            SetMissing(context.Response.Headers, headers);
            return next(context);
        });
    }

    /// <summary>No page and no letter is asked in another way; a page without a handler for it would run half made.</summary>
    public static IApplicationBuilder UseKnownMethods(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // As written: the framework would also take "get" for GET (H151).
        if (context.Request.Method is "GET" or "HEAD" or "POST")
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    /// <summary>
    /// 400 for what a browser never sends and only a reader in between could take otherwise (H145, H146, H148): a target with a host
    /// or a person in it, and chunks inside HTTP/2.
    /// </summary>
    public static IApplicationBuilder UsePlainRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        if (request.RawTarget.StartsWith('/') && (request.Headers.TransferEncoding.Count == 0 || HttpProtocol.IsHttp11(request.Protocol)))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
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

    private static void SetMissing(IHeaderDictionary answer, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            answer.TryAdd(name, value);
        }
    }
}
