using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>Asking for an account, without one. A card on the connection saves typing, and no more: what it says is only shown.</summary>
[AllowAnonymous]
public sealed class Index(AccountRequests requests, UziJudgement judgement) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public AccountRequestForm Form { get; set; } = new();

    /// <summary>Something was filled in from the card.</summary>
    public bool IsFromCard { get; private set; }

    /// <summary>The form, with what a card on this connection says.</summary>
    public void OnGet()
    {
        if (judgement.Judge(ClientCard.Read(HttpContext)).Identity is { UziNumber.Length: > 0 } card)
        {
            (Form, IsFromCard) = (RequestFields.OfCard(card), true);
        }
    }

    /// <summary>Sends the request; the same answer whether or not the portal knows the numbers (R16).</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var receipt = await requests.SubmitAsync(Form, Callers.Of(HttpContext), cancellation);
        if (receipt.IsTooMany)
        {
            return this.TooMany();
        }
        if (receipt.Reference is not { } reference)
        {
            return this.Again(RequestFields.Faults(receipt.Faults));
        }
        TempData[Verstuurd.Key] = reference;
        return new SeeOther("/aanvragen/verstuurd");
    }
}
