using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>The bare address leads to the list.</summary>
public sealed class Index : PageModel
{
    /// <summary>Redirects.</summary>
    public IActionResult OnGet() => new SeeOther("/patienten");
}
