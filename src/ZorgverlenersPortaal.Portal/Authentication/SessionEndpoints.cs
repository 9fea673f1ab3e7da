using Microsoft.AspNetCore.Antiforgery;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What the script of a page asks about its session. Without script nothing here is needed.</summary>
internal static class SessionEndpoints
{
    /// <summary>Maps <c>/sessie/…</c>.</summary>
    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        var channel = endpoints.ServiceProvider.GetRequiredService<SessionChannel>();
        endpoints.MapGet("/sessie/kanaal", channel.RunAsync).WithMetadata(new NoActivityAttribute()).RequireAuthorization(FunctionPolicies.SignedIn);
        endpoints.MapPost("/sessie/verleng", async (HttpContext context, IAntiforgery antiforgery) =>
            await antiforgery.IsRequestValidAsync(context) ? Results.Text(channel.Stand(context)) : Results.StatusCode(StatusCodes.Status400BadRequest))
            .RequireAuthorization(FunctionPolicies.SignedIn);
        endpoints.MapPost("/sessie/concept", KeepAsync).WithMetadata(new NoActivityAttribute()).AllowAnonymous().DisableAntiforgery();
    }

    /// <summary>
    /// Keeps the text of a form that the page could not send any more, for the card on the connection; answers with the
    /// address to go to. Open to a session that has just ended, and to that only: both cookies are SameSite=Strict.
    /// </summary>
    private static async Task<IResult> KeepAsync(HttpContext context, FormDrafts drafts, string? pad, string? einde)
    {
        var isOurs = SessionCookie.Read(context.Request) is not null || SessionCookie.HasEnded(context.Request);
        if (!isOurs || !Enum.TryParse<SessionEnd>(einde, out var end) || !Enum.IsDefined(end))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        var draft = context.Features.Get<CurrentSession>() is { } session
            ? await drafts.KeepAsync(context, session.Session.Card.UziNumber, pad ?? "")
            : await drafts.KeepAfterEndAsync(context, pad ?? "");
        return Results.Text(SignInAddress.After(end, draft));
    }
}
