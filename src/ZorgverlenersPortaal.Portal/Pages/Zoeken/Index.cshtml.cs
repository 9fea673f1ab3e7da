using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Noodprocedure;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Zoeken;

/// <summary>Finds a patient whom the doctor may see and who is not in hospital now; whoever else is asked for is not found (R16).</summary>
public sealed class Index(EmergencyDoor door, HandleProtector handles, EmergencyOptions options) : PageModel
{
    /// <summary>What was typed; only the BSN and the birth date are looked at.</summary>
    [BindProperty]
    public EmergencyForm Form { get; set; } = new();

    /// <summary>What the search came to, when nobody was found.</summary>
    public SearchAnswer? Answer { get; private set; }

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Searches, recorded found or not.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = new() { Bsn = Form.Bsn, Day = Form.Day, Month = Form.Month, Year = Form.Year };
        var (identity, faults) = door.ReadIdentity(Form);
        if (identity is null)
        {
            return this.Again(EmergencyTexts.Faults(faults.Select(fault => fault == EmergencyFault.IdentityMissing ? EmergencyFault.BsnWrong : fault), options.MinimumText));
        }
        var answer = await door.FindOwnAsync(Visit, identity, cancellation);
        if (answer.PatientId is { } id)
        {
            return new SeeOther("/patient/" + handles.Make("patient", Visit.SessionReference, id));
        }
        Answer = SearchAnswer.Of(answer, options);
        Response.StatusCode = answer.Outcome switch
        {
            EmergencyOutcome.SearchesStopped => StatusCodes.Status429TooManyRequests,
            EmergencyOutcome.EpdGone => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status404NotFound,
        };
        if (answer.Outcome == EmergencyOutcome.NotFound)
        {
            Answer = new(
                "Geen patiënt van jou gevonden",
                "Met dit BSN en deze geboortedatum vinden we geen patiënt die bij jou hoort of voor wie je waarneemt. Controleer de gegevens. Klopt het volgens jou wel? Bel ons dan.",
                "ZVP-N01");
        }
        return Page();
    }
}
