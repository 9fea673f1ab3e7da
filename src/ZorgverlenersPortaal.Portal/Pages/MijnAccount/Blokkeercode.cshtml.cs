using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.MijnAccount;

/// <summary>The new block code, shown once.</summary>
public sealed class Blokkeercode(PortalOptions options, TimeProvider clock) : PageModel
{
    internal const string Key = "block-code";

    /// <summary>What is shown.</summary>
    public BlockCodeShown Shown { get; private set; } = null!;

    /// <summary>Shows the code once.</summary>
    public void OnGet() => Shown = new(
        TempData[Key] as string,
        HttpContext.Features.GetRequiredFeature<Visit>().Provider.UziNumber,
        new(options.OriginAddress, "/blokkeren"),
        clock.GetUtcNow());
}
