using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Records a request that ended before its first byte, because the browser left or the session was ended. Nothing was shown, but the EPD may have been asked and
/// wrote that down: without this record its log would hold a look that the trail does not know (docs/reconciliation.md).
/// </summary>
internal static class AbandonedLooks
{
    /// <summary>Behind the sessions, so that it is known who asks.</summary>
    public static void UseAbandonedLooks(this IApplicationBuilder app)
    {
        var trail = app.ApplicationServices.GetRequiredService<AuditTrail>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted && context.Features.Get<CardVisit>() is not null)
            {
                var visit = context.Features.GetRequiredFeature<CardVisit>();
                await trail.AppendAsync(visit.Acting(AuditEventType.LookAbandoned, AuditOutcome.Failed, clock.GetUtcNow()), CancellationToken.None);
                throw;
            }
        });
    }
}
