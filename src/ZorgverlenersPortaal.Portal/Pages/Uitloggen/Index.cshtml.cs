using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Uitloggen;

/// <summary>Signing out: only by POST, with the form's token.</summary>
[Authorize(FunctionPolicies.SignedIn)]
[NoActivity]
public sealed class Index(SessionGuard guard) : PageModel
{
    /// <summary>Whoever comes here by a link goes to the first page.</summary>
    public IActionResult OnGet() => new SeeOther(HomeAddress.Of(HttpContext));

    /// <summary>Ends the session everywhere, and tells the browser to forget what it kept.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await guard.SignOutAsync(HttpContext, SessionCookie.Read(Request)!, HttpContext.Features.GetRequiredFeature<CardVisit>());
        SessionCookie.Delete(Response);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return new SeeOther("/uitgelogd");
    }
}
