using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>The manual, also without a session: whoever cannot sign in needs it most.</summary>
[AllowAnonymous]
public sealed class Handleiding(Manual manual) : PageModel
{
    /// <summary>The page asked for.</summary>
    public ManualPage Shown { get; private set; } = null!;

    /// <summary>404 for a page that is not there.</summary>
    public IActionResult OnGet(string? name)
    {
        if (manual.Find(name) is not { } page)
        {
            return NotFound();
        }
        Shown = page;
        return Page();
    }
}
