using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>
/// Leaving for Dezi. A link and no form: the policy on forms (form-action 'self') also holds for where a form's answer leads.
/// Another site cannot make a browser go.
/// </summary>
[AllowAnonymous]
public sealed class NaarDezi(DeziOptions dezi, DeziDeparture departure, DeziSignIn signIn, TimeProvider clock) : PageModel
{
    /// <summary>Why nobody may leave now.</summary>
    public SignInRefusal? Refusal { get; private set; }

    /// <summary>Code to read out over the telephone.</summary>
    public string Incident => RequestIdentity.Of(HttpContext).Incident;

    /// <summary>When it was refused.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>303 to Dezi; 404 while it is off, the sign-in page when another site asks, 429 after too many starts.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!dezi.Enabled)
        {
            return NotFound();
        }
        if (Request.Headers["Sec-Fetch-Site"] is { Count: > 0 } from && from != "same-origin" && from != "none")
        {
            return new SeeOther("/inloggen");
        }
        if (await departure.LeaveAsync(HttpContext) is { } address)
        {
            return new SeeOther(address.AbsoluteUri);
        }
        Refusal = await signIn.RefuseStartAsync(HttpContext);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }
}
