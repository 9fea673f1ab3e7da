using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The authentication scheme: a session cookie and its card on the same connection. No session: 303 to sign-in for pages,
/// 401 for anything else.
/// </summary>
public sealed class UziSessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionGuard guard,
    FormDrafts drafts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "UziSession";

    private SessionEnd? _end;

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Style sheets are for everyone, and an error page needs them also when no session can be judged.
        if (SessionCookie.Read(Request) is not { } secret || Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return AuthenticateResult.NoResult();
        }
        CardVisit? visit;
        try
        {
            (visit, _end) = await guard.JudgeAsync(Context, secret, NoActivityAttribute.IsActivity(Context));
        }
        catch (Exception e)
        {
            Context.Features.Set(new SessionFault(ExceptionDispatchInfo.Capture(e)));
            return AuthenticateResult.Fail(e);
        }
        if (visit is null)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }
        Context.Features.Set(visit);
        // One of the two: a page that asks for the other kind finds nothing.
        Context.Features.Set(visit as Visit);
        Context.Features.Set(visit as StaffVisit);
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, visit.Actor.UziNumber!), new(FunctionPolicies.Claim, visit.ActsAs.ToString())], SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (SessionCookie.Read(Request) is not null)
        {
            SessionCookie.Delete(Response);
        }
        var end = Context.Features.Get<EndedSession>()?.End ?? _end ?? (SessionCookie.HasEnded(Request) ? SessionEnd.Unknown : null);
        // A form that came too late keeps its text.
        var draft = end is not null && HttpMethods.IsPost(Request.Method) ? await drafts.KeepAfterEndAsync(Context, Request.Path) : null;
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = SignInAddress.After(end, draft);
    }

    /// <inheritdoc />
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.Features.Get<CardVisit>() is { } visit)
        {
            await guard.RefuseFunctionAsync(Context, visit);
        }
        Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
