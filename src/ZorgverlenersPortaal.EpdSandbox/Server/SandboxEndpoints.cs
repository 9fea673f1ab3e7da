using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Hospital;
using ZorgverlenersPortaal.EpdSandbox.Live;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// The controls for tests under /_sandbox, from this machine only: the log, the truth, faults, and changing what is
/// stored.
/// </summary>
internal static class SandboxEndpoints
{
    public static void MapSandboxControl(this WebApplication app)
    {
        var group = app.MapGroup("/_sandbox")
            .AddEndpointFilter(
                async (call, next) =>
                    IPAddress.IsLoopback(call.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None)
                        ? await next(call)
                        : Results.StatusCode(403));
        group.MapGet(
            "/log",
            (HttpContext context) => Results.Json(context.RequestServices.GetRequiredService<RequestLog>().Entries));
        group.MapDelete(
            "/log",
            (HttpContext context) =>
            {
                context.RequestServices.GetRequiredService<RequestLog>().Clear();
                return Results.NoContent();
            });
        group.MapGet(
            "/patients",
            (HttpContext context) =>
            {
                var gp = context.Request.Query["gp"].ToString();
                return Results.Json(
                    context.RequestServices.GetRequiredService<GroundTruth>().Patients(gp.Length > 0 ? gp : null));
            });
        group.MapPut("/fault", (Delegate)SetFaultAsync);
        group.MapDelete(
            "/pages",
            (HttpContext context) =>
            {
                context.RequestServices.GetRequiredService<PageStore>().Forget();
                return Results.NoContent();
            });
        group.MapPost(
            "/live/step",
            (HttpContext context) => Results.Json(context.RequestServices.GetRequiredService<LiveHospital>().Step()));
        group.MapPut("/resources", (Delegate)PutAsync);
        group.MapDelete(
            "/resources/{type}/{id}",
            (HttpContext context, string type, string id) =>
                context.RequestServices.GetRequiredService<ResourceStore>().Remove(type, id)
                    ? Results.NoContent()
                    : Results.NotFound());
    }

    // {"kind": "slow:1500", "type": "Encounter"}, or a list of those; the new ones replace all that were on.
    private static async Task<IResult> SetFaultAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var faults = (
                body is JsonArray many ? many.OfType<JsonObject>()
                : body is JsonObject one ? [one]
                : throw new FormatException("send {\"kind\": …}")
            ).Select(fault => Fault.Parse(fault["kind"]?.GetValue<string>() ?? "", fault["type"]?.GetValue<string>()));
            context.RequestServices.GetRequiredService<FaultBoard>().Set([.. faults]);
            return Results.NoContent();
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            return Results.Text(fault.Message, statusCode: 400);
        }
    }

    // A resource or a Bundle, as --data takes them; what is there already gets a next version.
    private static async Task<IResult> PutAsync(HttpContext context)
    {
        try
        {
            var body =
                await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw new FormatException("not a JSON object");
            var now = context.RequestServices.GetRequiredService<HospitalCalendar>().Now;
            var drafts = BundleReader.Resources(body).Select(resource => ResourceDraft.Of(resource, now)).ToList();
            var store = context.RequestServices.GetRequiredService<ResourceStore>();
            return Results.Json(
                drafts.Select(store.Put).Select(resource => $"{resource.Key}/_history/{resource.Version}"));
        }
        catch (Exception fault)
            when (fault is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return Results.Text(fault.Message, statusCode: 400);
        }
    }
}
