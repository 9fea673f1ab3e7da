using Microsoft.AspNetCore.Http.HttpResults;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Portal.AuditIndex;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// <c>GET /health/ready</c>: can this node serve? 503 only when it cannot record, for then it shows nothing (R2), and when it is about to stop.
/// An EPD that is slow or down is "degraded" with 200: the portal has to stay up to say so, and another node would see the same EPD; so is an index that
/// is behind (H134). Open to anyone, so it says words, never details (security.md §1.3 item 84); those are in the log and in <c>ops/portal check</c>.
/// <c>GET /health/live</c>: does the process answer at all? Whatever else is down, it does; who starts it anew on less only makes it worse.
/// </summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/ready", Ready).WithMetadata(new NoActivityAttribute()).AllowAnonymous().DisableRateLimiting();
        endpoints.MapGet("/health/live", () => TypedResults.Json(new { status = "live" })).WithMetadata(new NoActivityAttribute()).AllowAnonymous().DisableRateLimiting();
    }

    private static JsonHttpResult<HealthAnswer> Ready(EpdConnection connection, AuditTrail trail, AuditIndexing index, Draining draining)
    {
        var epd = connection.Health;
        var trailWorks = trail.Health.WriteFault is null;
        var answer = new HealthAnswer(
            "ready",
            trailWorks ? "ok" : "down",
            Word(epd.Condition.State),
            epd.TokenFailure is not null ? "refused" : epd.MissingScopes.Count > 0 ? "incomplete" : "ok",
            index.State is { } follows ? Word(follows) : null);
        var status = draining.HasBegun ? "stopping" : !trailWorks ? "unready" : answer is { Epd: "ok", EpdAccess: "ok", Index: null or "ok" or "waiting" } ? "ready" : "degraded";
        return TypedResults.Json(answer with { Status = status }, statusCode: trailWorks && !draining.HasBegun ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(IndexState state) => state switch
    {
        IndexState.Ok => "ok",
        IndexState.Waiting => "waiting",
        IndexState.Parked => "parked",
        IndexState.Behind => "behind",
    };

    private static string Word(EpdState state) => state switch
    {
        EpdState.Ok => "ok",
        EpdState.Slow => "slow",
        EpdState.Down => "down",
    };
}
