using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>One record in an emergency: one form, the card once more, then the search.</summary>
public sealed class Index(EmergencyDoor door, StepUp stepUp, FormDrafts drafts, HandleProtector handles, EmergencyOptions options) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public EmergencyForm Form { get; set; } = new();

    /// <summary>The open step-up, when the card has just been proven.</summary>
    public string? Proof { get; private set; }

    /// <summary>What the form came to, when nothing opened.</summary>
    public EmergencyAnswer? Answer { get; private set; }

    /// <summary>Beyond the number of a day.</summary>
    public bool AsksToCall { get; private set; }

    /// <summary>Signed in without a card, so it cannot be asked for once more.</summary>
    public bool HasNoCard => HttpContext.Features.Get<CurrentSession>()!.Session.Method != SignInMethod.Card;

    /// <summary>The limits that the page names.</summary>
    public EmergencyOptions Options => options;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The form, with what was typed before the card was asked for.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        (Proof, var again) = await stepUp.PendingAsync(HttpContext, StepUpPurpose.EmergencyAccess);
        if (again is not null)
        {
            return new SeeOther(again);
        }
        Form = EmergencyFields.Of(await drafts.FindAsync(HttpContext));
        AsksToCall = await door.AsksToCallAsync(Visit);
        return Page();
    }

    /// <summary>Faults first, then the card, then the search; whatever it comes to is recorded before it is told.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        AsksToCall = await door.AsksToCallAsync(Visit);
        var (request, faults) = await door.ReadAsync(Visit, Form, cancellation);
        if (request is null)
        {
            return this.Again(EmergencyTexts.Faults(faults, options.MinimumText));
        }
        if (HasNoCard)
        {
            return this.Again(new FormFault("", "Dit kan alleen als je met je UZI-pas bent ingelogd."));
        }
        if (AsksToCall && !Form.HasCalled)
        {
            return Nothing(await door.AskToCallAsync(Visit), StatusCodes.Status422UnprocessableEntity);
        }
        if (await stepUp.RequireAsync(HttpContext, StepUpPurpose.EmergencyAccess) is { } again)
        {
            return new SeeOther(again);
        }
        var answer = await door.OpenAsync(Visit, request, cancellation);
        return answer switch
        {
            { PatientId: { } id } => new SeeOther("/patient/" + handles.Make("patient", Visit.SessionReference, id)),
            { Outcome: EmergencyOutcome.SearchesStopped } => Nothing(answer, StatusCodes.Status429TooManyRequests),
            { Outcome: EmergencyOutcome.EpdGone } => Nothing(answer, StatusCodes.Status503ServiceUnavailable),
            { Outcome: EmergencyOutcome.CallFirst } => Nothing(answer, StatusCodes.Status422UnprocessableEntity),
            _ => Nothing(answer, StatusCodes.Status404NotFound),
        };
    }

    private PageResult Nothing(EmergencyAnswer answer, int status)
    {
        Answer = answer;
        Response.StatusCode = status;
        return Page();
    }
}
