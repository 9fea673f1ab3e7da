using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>The bare address leads to the first page of whoever is signed in.</summary>
[Authorize(FunctionPolicies.SignedIn)]
public sealed class Index : PageModel
{
    /// <summary>Redirects.</summary>
    public IActionResult OnGet() => new SeeOther(HomeAddress.Of(HttpContext));
}
