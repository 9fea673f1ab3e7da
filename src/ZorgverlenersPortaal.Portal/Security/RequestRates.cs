using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// No faster than a person: so many requests a second for a person, and so many more for an address nobody signed in at, behind which a
/// whole practice may sit. A person is counted by card number over all her sessions (security.md §1.3 item 58). Counted per node.
/// </summary>
internal static class RequestRates
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.Requests";

    /// <summary>Seconds of which the whole may be asked at once: a page with its parts, or a tab for each patient.</summary>
    private const int Burst = 10;

    /// <summary>An address, against a person.</summary>
    private const int Address = 10;

    private static readonly Meter _meter = new(MeterName);
    private static readonly Counter<long> _refused = _meter.CreateCounter<long>("requests_too_fast", description: "Requests refused because they came faster than a person asks, by kind: person or address.");
    private static readonly object _tooFast = new();

    /// <summary>Registers the limit.</summary>
    public static IServiceCollection AddRequestRates(this IServiceCollection services, PortalOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context, options.RequestsPerSecond));
        limiter.OnRejected = (rejected, _) =>
        {
            var context = rejected.HttpContext;
            context.Items[_tooFast] = true;
            context.Response.Headers.RetryAfter = "1";
            _refused.Add(1, new KeyValuePair<string, object?>("kind", context.Features.Get<CurrentSession>() is null ? "address" : "person"));
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>The answer 429 at hand is of this limit, and no other.</summary>
    public static bool IsTooFast(HttpContext context) => context.Items.ContainsKey(_tooFast);

    private static RateLimitPartition<string> Of(HttpContext context, int perSecond) => context switch
    {
        // The page that says so is the same request once more.
        _ when context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null => RateLimitPartition.GetNoLimiter(""),
        _ when context.Features.Get<CurrentSession>() is { } session => Bucket("person " + session.Session.Card.UziNumber, perSecond),
        _ => Bucket("address " + context.Features.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString(), perSecond * Address),
    };

    private static RateLimitPartition<string> Bucket(string key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perSecond * Burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
