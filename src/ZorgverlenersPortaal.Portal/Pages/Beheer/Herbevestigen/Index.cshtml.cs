using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Herbevestigen;

/// <summary>The accounts whose yearly confirmation is due, and the button for it.</summary>
public sealed class Index(AccountDirectory directory, AccountOffice office) : PageModel
{
    /// <summary>The list.</summary>
    public DueTable Due { get; private set; } = null!;

    /// <summary>The list.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Confirms one account.</summary>
    public async Task<IActionResult> OnPostAsync(string? uzi, CancellationToken cancellation)
    {
        var outcome = await office.ConfirmAsync(uzi ?? "", HttpContext.Administrator());
        if (outcome != AccountOutcome.Done)
        {
            await ReadAsync(cancellation);
            return this.Again(new FormFault("", outcome.Dutch()));
        }
        TempData.Tell("Account bevestigd.");
        return new SeeOther("/beheer/herbevestigen");
    }

    private async Task ReadAsync(CancellationToken cancellation) => Due = new(await directory.DueSoonAsync(cancellation), MayConfirm: true);
}
