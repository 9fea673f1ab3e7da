using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>The first block code, shown once after approval.</summary>
[AllowAnonymous]
public sealed class Blokkeercode(PortalOptions options, TimeProvider clock) : PageModel
{
    /// <summary>What is shown.</summary>
    public BlockCodeShown Shown { get; private set; } = null!;

    /// <summary>Shows the code once.</summary>
    public void OnGet() => Shown = new(TempData[Status.CodeKey] as string, null, new(options.OriginAddress, "/blokkeren"), clock.GetUtcNow());
}
