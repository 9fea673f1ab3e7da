using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>Says on the span of a request what may be said of it. .NET 10 leaves that out unless a switch of the whole process is set.</summary>
internal static class RequestSpans
{
    private static readonly HashSet<string> _methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "OPTIONS" };

    public static void UseRequestSpans(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<PortalSettings>().Telemetry.IsOn)
        {
            return;
        }
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                // What a caller makes up for a method is text of an outsider.
                context.Features.Get<IHttpActivityFeature>()?.Activity
                    .SetTag("http.request.method", _methods.Contains(context.Request.Method) ? context.Request.Method : "_OTHER")
                    .SetTag("http.route", PortalLog.Route(context))
                    .SetTag("http.response.status_code", context.Response.StatusCode);
            }
        });
    }
}
