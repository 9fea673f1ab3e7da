using Serilog;
using Serilog.Context;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>The operational log: JSON on the console, without patient data (R6). Not the trail: it may lose a line.</summary>
internal static partial class PortalLog
{
    private static readonly object _route = new();

    /// <summary>Adds the log; levels can be set under <c>Serilog:MinimumLevel</c>.</summary>
    public static void AddPortalLog(this WebApplicationBuilder builder, PortalSettings settings)
    {
        ITextFormatter format = settings.Portal.LogFormat == "Ecs" ? new EcsLogFormatter(settings.Audit.Node) : new JsonFormatter(renderMessage: true);
        // The framework and the forwarder write whole addresses at Information; below Warning they stay silent.
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Yarp", LogEventLevel.Error)
            // It warns at every form that it made no-store stricter; that is what we want.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            .MinimumLevel.Override("ZorgverlenersPortaal.Portal.Authentication.UziSessionHandler", LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<RequestProperties>()
            .WriteTo.Async(async => async.Console(new PlainText(format)))
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    /// <summary>Gives the request its identity, and writes one line when it is done.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ZorgverlenersPortaal.Requests");
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var identity = RequestIdentity.Create();
            context.Features.Set(identity);
            context.TraceIdentifier = identity.RequestId;
            using var id = LogContext.PushProperty(RequestProperties.Own, identity.RequestId);
            using var incident = LogContext.PushProperty("Incident", identity.Incident);
            var started = clock.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                // Also when an answer broke off in the middle.
                Answered(logger, context.Request.Method, Route(context), context.Response.StatusCode, clock.GetElapsedTime(started).TotalMilliseconds);
            }
        });
    }

    /// <summary>Keeps the route of a request for its line: an error page is routed again, and would stand there instead.</summary>
    public static void UseRouteInLog(this WebApplication app) => app.Use(static (context, next) =>
    {
        context.Items.TryAdd(_route, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none");
        return next(context);
    });

    /// <summary>The route's pattern, never the address: that holds handles.</summary>
    internal static string Route(HttpContext context) => context.Items.TryGetValue(_route, out var route) ? (string)route! : "none";

    [LoggerMessage(5001, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
    private static partial void Answered(Microsoft.Extensions.Logging.ILogger logger, string method, string route, int status, double milliseconds);
}
