using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Rechten;

/// <summary>The role matrix: what holds, what is proposed, and what held before.</summary>
public sealed class Index(RoleMatrix matrix, RoleMatrixOffice office, TimeProvider clock) : PageModel
{
    /// <summary>The role shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rol { get; set; }

    /// <summary>Why a proposal does not go through.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The table.</summary>
    public RightsTable Rights { get; private set; } = null!;

    /// <summary>All versions.</summary>
    public RightsHistory History { get; private set; } = null!;

    /// <summary>The proposal that waits is one's own.</summary>
    public bool IsOwn => History.Waiting?.Proposer == HttpContext.Office().Member.UziNumber;

    /// <summary>Shows it.</summary>
    public void OnGet() => Read();

    /// <summary>Approves the proposal that the page showed.</summary>
    public async Task<IActionResult> OnPostKeurAsync(int number) =>
        Answer(await office.ApproveAsync(number, HttpContext.Administrator()), "Voorstel goedgekeurd.");

    /// <summary>Refuses or withdraws it.</summary>
    public async Task<IActionResult> OnPostAfwijsAsync(int number) =>
        Answer(await office.RejectAsync(number, Reason ?? "", HttpContext.Administrator()), "Het voorstel gaat niet door.");

    private IActionResult Answer(RoleMatrixOutcome outcome, string done)
    {
        if (outcome != RoleMatrixOutcome.Done)
        {
            Read();
            return this.Again(new FormFault(outcome == RoleMatrixOutcome.ReasonMissing ? nameof(Reason) : "", outcome.Dutch()));
        }
        TempData.Tell(done);
        return new SeeOther("/beheer/rechten");
    }

    private void Read()
    {
        Rights = new(matrix.InForce(), CareRoles.Parse(Rol) ?? CareRole.GeneralPractitioner, matrix.Next());
        History = RightsHistory.Of(matrix, clock.GetUtcNow());
    }
}
