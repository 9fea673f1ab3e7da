using System.Globalization;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// Puts the FHIR handler on its path, with the log, the latency and the faults of the sandbox around it.
/// </summary>
internal static class FhirEndpoint
{
    public static void MapFhir(this WebApplication app) => app.Map("/fhir/{**path}", AnswerAsync);

    private static async Task AnswerAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var path = context.Request.RouteValues["path"] as string ?? "";
        if (context.Request.Headers.TryGetValue("X-Request-Id", out var requestId))
        {
            context.Response.Headers["X-Request-Id"] = requestId;
        }

        var log = services.GetRequiredService<RequestLog>();
        var entry = await log.StartAsync(context.Request);
        var fault = services.GetRequiredService<FaultBoard>().For(path.Split('/')[0]);
        var wait = services.GetRequiredService<SandboxOptions>().DelayMilliseconds + fault.SlowMilliseconds;
        if (wait > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System, context.RequestAborted);
        }

        if (fault.Kind == FaultKind.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }

        var answer =
            fault.Instead()
            ?? await services.GetRequiredService<FhirHandler>().AnswerAsync(context.Request, path, fault);
        entry.Status = answer.Status;
        await SendAsync(context, answer, fault.Kind == FaultKind.Truncate && answer.Status == 200);
    }

    private static async Task SendAsync(HttpContext context, FhirAnswer answer, bool truncate)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers.CacheControl = "no-store";
        if (answer.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Version is { } version)
        {
            response.Headers.ETag = $"W/\"{version.Version}\"";
            response.Headers.LastModified = version.LastUpdated.ToString("R", CultureInfo.InvariantCulture);
        }

        response.ContentLength = answer.Body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await response.Body.WriteAsync(
            truncate ? answer.Body[..(answer.Body.Length / 2)] : answer.Body,
            context.RequestAborted);
        if (truncate)
        {
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
