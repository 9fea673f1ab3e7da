using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The security officer's page: emergencies, and accounts whose confirmation is due. Reads only.</summary>
public sealed class Index(AccountDirectory directory, EmergencyCases cases, EmergencyOptions emergency) : PageModel
{
    /// <summary>The list.</summary>
    public DueTable Due { get; private set; } = null!;

    /// <summary>Emergencies that nobody accounted for in time, oldest first; without the patient.</summary>
    public IReadOnlyList<EmergencyCase> Late { get; private set; } = [];

    /// <summary>Days in which a doctor must account for one.</summary>
    public int AccountDays => emergency.AccountDays;

    /// <summary>The other emergencies, newest first; without the patient.</summary>
    public IReadOnlyList<EmergencyCase> Emergencies { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Due = new(await directory.DueSoonAsync(cancellation), MayConfirm: false);
        var visit = HttpContext.Features.GetRequiredFeature<StaffVisit>();
        Late = await cases.LateForOfficerAsync(visit, cancellation);
        Emergencies = [.. (await cases.ForOfficerAsync(visit, cancellation)).ExceptBy(Late.Select(one => one.Id), one => one.Id)];
    }
}
