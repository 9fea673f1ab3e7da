using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Sessies;

/// <summary>The doctor's own sessions: end one, or all of them. All of them asks for the card once more.</summary>
[Authorize(FunctionPolicies.SignedIn)]
[NoActivity(PostOnly = true)]
public sealed class Index(OwnSessions sessions, StepUp stepUp, FormDrafts drafts) : PageModel
{
    /// <summary>Longer remarks are for the telephone.</summary>
    public const int MaximumRemark = 200;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OwnSession> List { get; private set; } = [];

    /// <summary>The open step-up, when the card has just been asked for.</summary>
    public string? Proof { get; private set; }

    /// <summary>What the doctor typed before.</summary>
    public FormText Draft { get; private set; } = FormText.Empty;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        (Proof, var again) = await stepUp.PendingAsync(HttpContext, StepUpPurpose.SignOutEverywhere);
        if (again is not null)
        {
            return new SeeOther(again);
        }
        Draft = await drafts.FindAsync(HttpContext);
        List = await sessions.ListAsync(HttpContext);
        return Page();
    }

    /// <summary>Signed in without a card, so it cannot be asked for once more.</summary>
    public bool HasNoCard => HttpContext.Features.Get<CurrentSession>()!.Session.Method != SignInMethod.Card;

    /// <summary>Ends one; this one leads to the page of signing out.</summary>
    public async Task<IActionResult> OnPostEindeAsync(string? sessie)
    {
        var isThis = sessie == HttpContext.Features.Get<CurrentSession>()!.Session.Reference;
        await sessions.EndAsync(HttpContext, sessie ?? "");
        return isThis ? SignedOut() : new SeeOther("/sessies");
    }

    /// <summary>Ends all of them, after a new proof of the card.</summary>
    public async Task<IActionResult> OnPostOveralAsync(string? opmerking)
    {
        if (opmerking is { Length: > MaximumRemark })
        {
            return BadRequest();
        }
        if (await stepUp.RequireAsync(HttpContext, StepUpPurpose.SignOutEverywhere) is { } again)
        {
            return new SeeOther(again);
        }
        await sessions.EndAllAsync(HttpContext, opmerking?.Trim() ?? "");
        return SignedOut();
    }

    private SeeOther SignedOut()
    {
        SessionCookie.Delete(Response);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return new("/uitgelogd");
    }
}
