using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Conflicten;

/// <summary>UZI numbers and AGB codes that do not agree.</summary>
public sealed class Index(AgbConflicts register) : PageModel
{
    /// <summary>What was found just now.</summary>
    public IReadOnlyList<AgbConflict> Conflicts { get; private set; } = [];

    /// <summary>Looks.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Conflicts = await register.ListAsync(cancellation);
}
