using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The security officer's page: accounts whose confirmation is due. Reads only.</summary>
public sealed class Index(AccountDirectory directory) : PageModel
{
    /// <summary>The list.</summary>
    public DueTable Due { get; private set; } = null!;

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Due = new(await directory.DueSoonAsync(cancellation), MayConfirm: false);
}
