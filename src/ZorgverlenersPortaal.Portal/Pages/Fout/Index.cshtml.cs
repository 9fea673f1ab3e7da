using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Fout;

/// <summary>Every error page. One text for all that is unknown or not yours (R16); no stack, no content.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken(Order = AfterTheRuleForAllPages)]
public sealed class Index(PortalOptions options, EpdOptions epd, TimeProvider clock) : PageModel
{
    // The last antiforgery filter counts; the one for all pages has 1000, and would leave a refused form without its page.
    private const int AfterTheRuleForAllPages = 1001;

    /// <summary>What is wrong, and what to do.</summary>
    public ErrorText Error { get; private set; } = ErrorText.Unexpected;

    /// <summary>Code to read out over the telephone.</summary>
    public string Incident => RequestIdentity.Of(HttpContext).Incident;

    /// <summary>When.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whom to call when it cannot wait.</summary>
    public string Phone => options.ReceptionPhone;

    /// <summary>Chooses the text and, for an exception, the status.</summary>
    public void OnGet(int? status) => Choose(status);

    /// <summary>The same: an error may come from a POST.</summary>
    public void OnPost(int? status) => Choose(status);

    private void Choose(int? status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
        {
            (Error, Response.StatusCode) = ErrorText.For(error, epd.SectionSeconds);
            return;
        }
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            // Asked for by its own address: there is no such page.
            (Error, Response.StatusCode) = (ErrorText.NotFound, StatusCodes.Status404NotFound);
            return;
        }
        Error = status switch
        {
            StatusCodes.Status401Unauthorized => ErrorText.SignedOut,
            StatusCodes.Status403Forbidden when HttpContext.Features.Get<AccessDecision>() is { } closed => ErrorText.Closed(closed),
            StatusCodes.Status403Forbidden => ErrorText.OtherFunction,
            StatusCodes.Status404NotFound => ErrorText.NotFound,
            StatusCodes.Status429TooManyRequests when RequestRates.IsTooFast(HttpContext) => ErrorText.TooFast,
            StatusCodes.Status429TooManyRequests => ErrorText.TooManyNotFound,
            StatusCodes.Status400BadRequest => ErrorText.BadRequest,
            StatusCodes.Status503ServiceUnavailable => ErrorText.Epd(EpdFailure.Unreachable, epd.SectionSeconds),
            _ => ErrorText.Unexpected,
        };
    }
}
