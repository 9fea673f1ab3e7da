using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The security officer's page: emergencies, and accounts whose confirmation is due. Reads only.</summary>
public sealed class Index(AccountDirectory directory, EmergencyCases cases) : PageModel
{
    /// <summary>The list.</summary>
    public DueTable Due { get; private set; } = null!;

    /// <summary>Emergencies, newest first; without the patient.</summary>
    public IReadOnlyList<EmergencyCase> Emergencies { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Due = new(await directory.DueSoonAsync(cancellation), MayConfirm: false);
        Emergencies = await cases.ForOfficerAsync(HttpContext.Features.GetRequiredFeature<StaffVisit>(), cancellation);
    }
}
