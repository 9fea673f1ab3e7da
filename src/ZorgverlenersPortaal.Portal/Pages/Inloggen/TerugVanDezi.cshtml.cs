using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>
/// The return from Dezi. It answers with a page and no redirect: the browser comes from another site, and would leave the
/// session's Strict cookie at home all the way. From this page on it is the portal that sends it.
/// </summary>
[AllowAnonymous]
public sealed class TerugVanDezi(DeziOptions dezi, DeziSignIn signIn, FirstPage first, TimeProvider clock) : PageModel
{
    /// <summary>Why it was refused.</summary>
    public SignInRefusal? Refusal { get; private set; }

    /// <summary>Where to go on; a path of the portal itself.</summary>
    public string? Landing { get; private set; }

    /// <summary>Code to read out over the telephone.</summary>
    public string Incident => RequestIdentity.Of(HttpContext).Incident;

    /// <summary>When it was refused.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>200 and on to the landing; 403 with help when refused; 404 while Dezi is off.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!dezi.Enabled)
        {
            return NotFound();
        }
        var back = await signIn.ReturnAsync(HttpContext);
        (Refusal, Landing) = back;
        if (Refusal is null)
        {
            Landing = back.Account is { } account ? await first.AfterSignInAsync(account.Function, account.UziNumber, HttpContext.RequestAborted) : Landing;
            Response.Headers["Refresh"] = "0;url=" + Landing;
            return Page();
        }
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
