using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Waarneming;

/// <summary>Asks for the card once more before a new delegation, and keeps the form's text meanwhile (docs/adr/0015).</summary>
public sealed class DelegationProof(StepUp stepUp, FormDrafts drafts)
{
    /// <summary>The session was signed in without a card, so none can be asked for.</summary>
    public static bool IsWithoutCard(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<CurrentSession>()?.Session.Method != SignInMethod.Card;
    }

    /// <summary>For the form's handler: null to go on, else where to answer to (303).</summary>
    public Task<string?> RequireAsync(HttpContext context) => stepUp.RequireAsync(context, StepUpPurpose.NewDelegation);

    /// <summary>For showing the form: the open challenge and the kept text; or where to answer to first.</summary>
    public async Task<(string? Proof, FormText Text, string? Again)> PendingAsync(HttpContext context)
    {
        var (proof, again) = await stepUp.PendingAsync(context, StepUpPurpose.NewDelegation);
        return (proof, again is null ? await drafts.FindAsync(context) : FormText.Empty, again);
    }

    /// <summary>The form as it was kept.</summary>
    public static DelegationForm Form(FormText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            Receiver = text["Form.Receiver"],
            FirstDay = text["Form.FirstDay"],
            LastDay = text["Form.LastDay"],
            Shifts = text["Form.Shifts"],
            Note = text["Form.Note"],
            CoversPractice = text["Form.CoversPractice"] == "true",
        };
    }
}
