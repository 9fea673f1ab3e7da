using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Blokkeren;

/// <summary>Blocking one's own account when the card is lost, by UZI number and personal block code.</summary>
[AllowAnonymous]
public sealed class Index(SelfBlock block) : PageModel
{
    /// <summary>UZI number as typed.</summary>
    [BindProperty]
    public string? Uzi { get; set; }

    /// <summary>Block code as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Blocks; a wrong code and an unknown number get the same answer (R16).</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        List<FormFault> faults =
        [
            .. AccountRequestCheck.UziFault(AccountRequestCheck.Digits(Uzi)) is { } fault ? [new FormFault(nameof(Uzi), fault.Dutch())] : Array.Empty<FormFault>(),
            .. string.IsNullOrWhiteSpace(Code) ? [new FormFault(nameof(Code), "Vul je blokkeercode in.")] : Array.Empty<FormFault>(),
        ];
        if (faults.Count > 0)
        {
            return this.Again(faults);
        }
        // Asked from the doctor's own session, the block ends that session: this answer must still arrive.
        HttpContext.Features.Get<RequestLife>()?.Release();
        return await block.TryAsync(Uzi, Code, Callers.Of(HttpContext), CancellationToken.None) switch
        {
            SelfBlockOutcome.Blocked => Done(),
            SelfBlockOutcome.NotBlocked => this.Again(new FormFault(nameof(Code), "Dit UZI-nummer en deze code horen niet bij elkaar. Er is niets geblokkeerd. Controleer ze, of bel ons.")),
            SelfBlockOutcome.TooManyAttempts => this.TooMany(),
        };
    }

    private SeeOther Done()
    {
        TempData[Gedaan.Key] = true;
        return new("/blokkeren/gedaan");
    }
}
