using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>Ends an emergency before its time; the button of the banner comes here.</summary>
public sealed class Stoppen(EmergencyDesk desk, RunningEmergency running) : PageModel
{
    /// <summary>The handle in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Patient { get; set; } = "";

    /// <summary>The one that would end.</summary>
    public EmergencyInForce Running { get; private set; } = null!;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Asks whether it must end.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await running.FindAsync(Visit, Patient, cancellation) is not { } found)
        {
            return NotFound();
        }
        Running = found;
        return Page();
    }

    /// <summary>Ends it, also when it has just ended by itself: either way it is over.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await running.FindAsync(Visit, Patient, cancellation) is { } found)
        {
            await desk.EndAsync(Visit, found.PatientId);
        }
        TempData.Tell("De noodprocedure is gestopt. Je kunt dit dossier niet meer zien.");
        return new SeeOther("/noodprocedure");
    }
}
