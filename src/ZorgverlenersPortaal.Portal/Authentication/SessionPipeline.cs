using Microsoft.AspNetCore.Diagnostics;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Sessions in the pipeline.</summary>
internal static class SessionPipeline
{
    /// <summary>Judges the session of every request; a fault in that ends the request, once.</summary>
    public static void UseSessions(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.Use(static (context, next) =>
        {
            if (context.Features.Get<SessionFault>() is { } fault && context.Features.Get<IExceptionHandlerFeature>() is null)
            {
                fault.Error.Throw();
            }
            return next(context);
        });
    }
}
