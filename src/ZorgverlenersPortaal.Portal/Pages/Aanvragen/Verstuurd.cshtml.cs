using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>The request is in. Its reference stays in this browser until it closes, so that reloading loses nothing.</summary>
[AllowAnonymous]
public sealed class Verstuurd : PageModel
{
    internal const string Key = "request";

    /// <summary>The code to follow the request with.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Shows the code; who sent nothing goes to the form.</summary>
    public IActionResult OnGet()
    {
        if (TempData.Peek(Key) is not string reference)
        {
            return new SeeOther("/aanvragen");
        }
        Reference = reference;
        return Page();
    }
}
