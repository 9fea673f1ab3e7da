using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>
/// Sign-in: the card is on the connection already, so coming here with one signs in. After a session has ended the page
/// waits for a click, so that an unattended screen does not come back by itself.
/// </summary>
[AllowAnonymous]
public sealed class Index(SignIn signIn, TimeProvider clock) : PageModel
{
    /// <summary>Why the last session ended; null on a first visit.</summary>
    public SessionEnd? Ended { get; private set; }

    /// <summary>Why this card may not sign in.</summary>
    public SignInRefusal? Refusal { get; private set; }

    /// <summary>The card is good and only lacks an account.</summary>
    public bool MayRequest => Refusal?.Reason is nameof(AccountRefusal.NoAccount) or nameof(AccountRefusal.RoleNotConfirmed);

    /// <summary>Code to read out over the telephone.</summary>
    public string Incident => RequestIdentity.Of(HttpContext).Incident;

    /// <summary>When it was refused.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Signs in with the card on the connection; 403 with help when that cannot be.</summary>
    public async Task<IActionResult> OnGetAsync(string? einde)
    {
        if (Enum.TryParse<SessionEnd>(einde, out var end) && Enum.IsDefined(end))
        {
            Ended = end;
            return Page();
        }
        (Refusal, var function) = await signIn.TryAsync(HttpContext);
        if (Refusal is null)
        {
            return new SeeOther(HomeAddress.Of(function));
        }
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>What the page says about the ended session.</summary>
    public string EndedText => Ended switch
    {
        SessionEnd.Idle => "Je was te lang niet actief.",
        SessionEnd.TooOld => "Je sessie duurde zo lang als mag.",
        SessionEnd.OtherCard => "We zagen een andere pas, of geen pas.",
        SessionEnd.CardEnded => "Je pas is verlopen of ingetrokken.",
        SessionEnd.CardUnchecked => "We kunnen nu niet controleren of je pas nog geldig is. Dit ligt niet aan je pas. Probeer het over een paar minuten opnieuw.",
        SessionEnd.AccountEnded => "Je account is gewijzigd of geblokkeerd.",
        SessionEnd.AccountUnconfirmed => "Je account moet opnieuw worden bevestigd. Bel ons.",
        SessionEnd.Unknown or SessionEnd.Unreadable or null => "Je sessie is gestopt.",
    };
}
