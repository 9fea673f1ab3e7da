using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Sessions in the pipeline.</summary>
internal static class SessionPipeline
{
    /// <summary>Judges the session of every request; a fault in that ends the request, once.</summary>
    public static void UseSessions(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        var live = app.ApplicationServices.GetRequiredService<LiveRequests>();
        app.Use((context, next) =>
        {
            if (context.Features.Get<SessionFault>() is { } fault && context.Features.Get<IExceptionHandlerFeature>() is null)
            {
                fault.Error.Throw();
            }
            return context.Features.Get<CurrentSession>() is { } session
                ? live.RunAsync(context, session, () => next(context), end => ChallengeAsync(context, end))
                : next(context);
        });
    }

    /// <summary>Before anything can read them: no header carries a certificate, a person or an address.</summary>
    public static void UseNoIdentityHeaders(this IApplicationBuilder app)
    {
        var headers = app.ApplicationServices.GetRequiredService<IdentityHeaders>();
        app.Use(async (context, next) =>
        {
            await headers.IgnoreAsync(context);
            await next(context);
        });
    }

    private static Task ChallengeAsync(HttpContext context, SessionEnd end)
    {
        context.Features.Set(new EndedSession(context.Features.GetRequiredFeature<CurrentSession>().Session.Card.UziNumber, end));
        return context.ChallengeAsync();
    }
}
