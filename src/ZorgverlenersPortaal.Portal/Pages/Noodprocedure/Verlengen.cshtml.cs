using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>Going on with an emergency that is still open: a new reason, and the card once more. What is over begins anew.</summary>
public sealed class Verlengen(EmergencyDoor door, EmergencyDesk desk, RunningEmergency running, StepUp stepUp, FormDrafts drafts) : PageModel
{
    /// <summary>The handle in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Patient { get; set; } = "";

    /// <summary>What was typed.</summary>
    [BindProperty]
    public EmergencyForm Form { get; set; } = new();

    /// <summary>The one that goes on.</summary>
    public EmergencyInForce Running { get; private set; } = null!;

    /// <summary>The open step-up, when the card has just been proven.</summary>
    public string? Proof { get; private set; }

    /// <summary>The limits that the page names.</summary>
    public EmergencyOptions Options => running.Options;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Proof, var again) = await stepUp.PendingAsync(HttpContext, StepUpPurpose.EmergencyAccess);
        if (again is not null)
        {
            return new SeeOther(again);
        }
        Form = EmergencyFields.Of(await drafts.FindAsync(HttpContext));
        return await ShowAsync(cancellation);
    }

    /// <summary>Extends it; when it is over meanwhile, back to the form that opens one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation) is not PageResult)
        {
            return new SeeOther("/noodprocedure");
        }
        var (grounds, faults) = await door.ReadGroundsAsync(Visit, Form, cancellation);
        if (grounds is null)
        {
            return this.Again(EmergencyTexts.Faults(faults, Options.MinimumText));
        }
        if (await stepUp.RequireAsync(HttpContext, StepUpPurpose.EmergencyAccess) is { } again)
        {
            return new SeeOther(again);
        }
        return await desk.ExtendAsync(Visit, Running.PatientId, grounds) is null ? new SeeOther("/noodprocedure") : new SeeOther("/patient/" + Patient);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await running.FindAsync(Visit, Patient, cancellation) is not { } found)
        {
            return NotFound();
        }
        Running = found;
        return Page();
    }
}
