using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Help;

/// <summary>Waarom zie ik deze patiënt niet? The rules as they stand for this doctor now; of patients not a word (R16).</summary>
public sealed class WaaromNiet(DecisionWalks walks, EpdOptions epd, PortalOptions portal) : PageModel
{
    /// <summary>What the rules know of the doctor.</summary>
    public DecisionWalk Walk { get; private set; } = null!;

    /// <summary>How long a discharged patient stays on the list.</summary>
    public int DischargedDays => epd.DischargedDays;

    /// <summary>Where a patient can have her doctor's name corrected.</summary>
    public string Phone => portal.ReceptionPhone;

    /// <summary>Reads the walk.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Walk = await walks.OfAsync(HttpContext.Features.GetRequiredFeature<Visit>(), cancellation);

    /// <summary>Why a delegation opens something now, or does not.</summary>
    public static string StateText(DelegationStanding delegation)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return delegation.State switch
        {
            DelegationState.InForce => $"geldt nu, tot en met {Clock.Date(delegation.Until)}",
            DelegationState.AwaitingAcceptance => "je hebt deze nog niet aangenomen",
            DelegationState.AwaitingApproval => "het ziekenhuis heeft deze nog niet goedgekeurd",
            DelegationState.NotYet => $"begint op {Clock.Date(delegation.From)}",
            DelegationState.OutsideShift => "geldt niet op dit uur",
            DelegationState.GiverInactive => "de gever kan nu zelf niet inloggen",
            DelegationState.Ended => $"verliep op {Clock.Date(delegation.Until)}",
            DelegationState.Withdrawn => "is ingetrokken",
        };
    }
}
