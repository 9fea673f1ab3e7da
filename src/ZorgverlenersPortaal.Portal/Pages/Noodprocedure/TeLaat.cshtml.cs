using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>After signing in: the emergencies that the doctor should have accounted for by now. It closes nothing.</summary>
public sealed class TeLaat(EmergencyCases cases) : PageModel
{
    /// <summary>Hers, oldest first.</summary>
    public IReadOnlyList<EmergencyCase> Late { get; private set; } = [];

    /// <summary>They, or on to the list when there are none.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Late = await cases.LateOfAsync(HttpContext.Features.GetRequiredFeature<Visit>().Provider.UziNumber, cancellation);
        return Late.Count > 0 ? Page() : new SeeOther("/patienten");
    }
}
