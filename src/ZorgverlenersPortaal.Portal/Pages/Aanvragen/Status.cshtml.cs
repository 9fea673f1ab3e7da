using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>How far a request is, for who holds its code. The code travels in forms only, never in an address.</summary>
[AllowAnonymous]
public sealed class Status(AccountRequests requests) : PageModel
{
    internal const string CodeKey = "request-block-code";

    /// <summary>Code of the request, as typed.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>A supplement, as typed.</summary>
    [BindProperty]
    public AccountRequestForm Form { get; set; } = new();

    /// <summary>How far it is; null: ask for the code.</summary>
    public RequestProgress? Progress { get; private set; }

    /// <summary>Asks for the code; a browser that just sent the request or a supplement has it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (TempData.Peek(Verstuurd.Key) is not string reference)
        {
            return Page();
        }
        Reference = reference;
        Progress = await requests.ProgressAsync(reference, Callers.Of(HttpContext), cancellation);
        return Page();
    }

    /// <summary>Looks; this browser then remembers the code, so that the page can be reloaded.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var progress = await requests.ProgressAsync(Reference, Callers.Of(HttpContext), cancellation);
        if (progress.IsTooMany)
        {
            return this.TooMany();
        }
        if (progress.Status is null)
        {
            return this.Again(new FormFault(nameof(Reference), "We vinden geen aanvraag met deze code. Kijk hem na: 4 keer 4 letters en cijfers."));
        }
        TempData[Verstuurd.Key] = Reference;
        return new SeeOther("/aanvragen/status");
    }

    /// <summary>Answers the office's question.</summary>
    public async Task<IActionResult> OnPostAanvullenAsync(CancellationToken cancellation)
    {
        var receipt = await requests.SupplementAsync(Reference, Form, Callers.Of(HttpContext), cancellation);
        if (receipt.IsTooMany)
        {
            return this.TooMany();
        }
        if (receipt.IsTaken)
        {
            TempData[Verstuurd.Key] = Reference;
            return new SeeOther("/aanvragen/status");
        }
        Progress = await requests.ProgressAsync(Reference, Callers.Of(HttpContext), cancellation);
        return receipt.Faults.Count > 0
            ? this.Again(RequestFields.Faults(receipt.Faults))
            : this.Again(new FormFault("", "Deze aanvraag wacht niet meer op een aanvulling."));
    }

    /// <summary>Makes the block code of an approved request, once.</summary>
    public async Task<IActionResult> OnPostBlokkeercodeAsync(CancellationToken cancellation)
    {
        if (await requests.TakeBlockCodeAsync(Reference, Callers.Of(HttpContext), cancellation) is not { } code)
        {
            Progress = await requests.ProgressAsync(Reference, Callers.Of(HttpContext), cancellation);
            return this.Again(new FormFault("", "De code is al getoond. Log in om op ‘Mijn account’ een nieuwe te maken."));
        }
        TempData[CodeKey] = code;
        return new SeeOther("/aanvragen/blokkeercode");
    }
}
