using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>After signing in again: back to the form whose text waits, if it is this person's; else to the first page.</summary>
[Authorize(FunctionPolicies.SignedIn)]
public sealed class Verder(FormDrafts drafts, FirstPage first) : PageModel
{
    /// <summary>Redirects.</summary>
    public async Task<IActionResult> OnGetAsync(string? concept) =>
        await drafts.FindAsync(HttpContext) is { Path.Length: > 0 } draft
            ? new SeeOther($"{draft.Path}?{FormDrafts.Field}={Uri.EscapeDataString(concept!)}")
            : new SeeOther(HttpContext.Features.Get<Visit>() is { } visit
                ? await first.AfterSignInAsync(AccountFunction.CareProvider, visit.Provider.UziNumber, HttpContext.RequestAborted)
                : HomeAddress.Of(HttpContext));
}
