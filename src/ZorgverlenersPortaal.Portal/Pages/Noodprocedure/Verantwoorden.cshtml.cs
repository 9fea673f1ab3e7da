using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>Afterwards the doctor accounts for an emergency: why it was needed. Once, by who opened it.</summary>
public sealed class Verantwoorden(EmergencyCases cases, EmergencyDesk desk, EmergencyOptions options) : PageModel
{
    /// <summary>The emergency's own id; it says nothing of a patient.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>How she accounts for it.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The one it is about.</summary>
    public EmergencyCase Case { get; private set; } = null!;

    /// <summary>Characters that it must have.</summary>
    public int Minimum => options.MinimumText;

    /// <summary>Until when.</summary>
    public DateTimeOffset Due => cases.Due(Case);

    /// <summary>That moment has passed.</summary>
    public bool IsLate => cases.IsLate(Case);

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The form, or what was written.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await cases.FindOwnAsync(Visit, Id, cancellation) is not { } found)
        {
            return NotFound();
        }
        Case = found;
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await OnGetAsync(cancellation) is not PageResult)
        {
            return NotFound();
        }
        var (_, fault) = await desk.AccountAsync(Visit, Id, Words);
        if (fault is { } wrong)
        {
            return this.Again(new FormFault(nameof(Words), EmergencyTexts.Text(wrong, Minimum)));
        }
        TempData.Tell("Je verantwoording is vastgelegd.");
        return new SeeOther("/noodprocedure");
    }
}
