using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Blokkeren;

/// <summary>The account is blocked; now the card. Only for the browser that blocked it: to anybody else it would not be true.</summary>
[AllowAnonymous]
public sealed class Gedaan : PageModel
{
    internal const string Key = "blocked";

    /// <summary>Shows what to do next; may be reloaded.</summary>
    public IActionResult OnGet() => TempData.Peek(Key) is null ? new SeeOther("/blokkeren") : Page();
}
