using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>
/// Sign-in: the card is on the connection already, so coming here with one signs in. After a session has ended the page
/// waits for a click, so that an unattended screen does not come back by itself.
/// </summary>
[AllowAnonymous]
public sealed class Index(SignIn signIn, FirstPage first, DeziOptions dezi, TimeProvider clock) : PageModel
{
    /// <summary>Why the last session ended; null on a first visit.</summary>
    public SessionEnd? Ended { get; private set; }

    /// <summary>Why this card may not sign in.</summary>
    public SignInRefusal? Refusal { get; private set; }

    /// <summary>Name of the form's text that waits; null when there is none.</summary>
    public string? Draft { get; private set; }

    /// <summary>Where the button leads.</summary>
    public string Again => Draft is null ? "/inloggen" : $"/inloggen?{FormDrafts.Field}={Uri.EscapeDataString(Draft)}";

    /// <summary>There is a second way in.</summary>
    public bool OffersDezi => dezi.Enabled;

    /// <summary>The card is good and only lacks an account.</summary>
    public bool MayRequest => Refusal?.Reason is nameof(AccountRefusal.NoAccount) or nameof(AccountRefusal.RoleNotConfirmed);

    /// <summary>Code to read out over the telephone.</summary>
    public string Incident => RequestIdentity.Of(HttpContext).Incident;

    /// <summary>What the refused card says, and where it stops.</summary>
    public CardDiagnosis? Diagnosis => Refusal is null ? null : CardDiagnosis.Of(Refusal, Now);

    /// <summary>When it was refused.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Signs in with the card on the connection; 403 with help when that cannot be.</summary>
    public async Task<IActionResult> OnGetAsync(string? einde, string? concept)
    {
        Draft = concept;
        if (Enum.TryParse<SessionEnd>(einde, out var end) && Enum.IsDefined(end))
        {
            Ended = end;
            return Page();
        }
        (Refusal, var account) = await signIn.TryAsync(HttpContext);
        if (account is not null)
        {
            return new SeeOther(Draft is null
                ? await first.AfterSignInAsync(account.Function, account.UziNumber, HttpContext.RequestAborted)
                : $"/verder?{FormDrafts.Field}={Uri.EscapeDataString(Draft)}");
        }
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>What the page says about the ended session.</summary>
    public string EndedText => Ended switch
    {
        SessionEnd.Elsewhere => "Deze sessie is ergens anders gestopt. Was jij dat niet? Bel ons meteen.",
        SessionEnd.Idle => "Je was te lang niet actief.",
        SessionEnd.TooOld => "Je sessie duurde zo lang als mag.",
        SessionEnd.OtherCard => "We zagen een andere pas, of geen pas.",
        SessionEnd.CardEnded => "Je pas is verlopen of ingetrokken.",
        SessionEnd.CardUnchecked => "We kunnen nu niet controleren of je pas nog geldig is. Dit ligt niet aan je pas. Probeer het over een paar minuten opnieuw.",
        SessionEnd.DeziOff => "Inloggen met Dezi kan nu niet meer. Log in met je UZI-pas.",
        SessionEnd.AccountEnded => "Je account is gewijzigd of geblokkeerd.",
        SessionEnd.AccountUnconfirmed => "Je account moet opnieuw worden bevestigd. Bel ons.",
        SessionEnd.Unknown or SessionEnd.Unreadable or null => "Je sessie is gestopt.",
    };
}
