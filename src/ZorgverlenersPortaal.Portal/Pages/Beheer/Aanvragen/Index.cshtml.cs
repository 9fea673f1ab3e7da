using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Aanvragen;

/// <summary>One request: look, approve, ask, refuse.</summary>
public sealed class Index(AccountReview review) : PageModel
{
    private RequestTable _table = null!;

    /// <summary>Of the request in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>What is said when approving.</summary>
    [BindProperty]
    public ApprovalForm Form { get; set; } = new();

    /// <summary>What the applicant has to add.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Why it is refused.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The request and what was found about it.</summary>
    public ReviewedRequest Reviewed { get; private set; } = null!;

    /// <summary>This administrator can decide now.</summary>
    public bool MayDecide => _table.WaitsForMe(Reviewed);

    /// <summary>What it waits for when not.</summary>
    public string? WaitsFor => _table.WaitsFor(Reviewed);

    /// <summary>The request.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }
        // What the first of two said is the second's to look at, not to type again.
        Form = new() { IsConfirmedPhysician = Reviewed.Request.IsConfirmedPhysician, PracticeAgb = Reviewed.Request.PracticeAgb?.Value };
        return Page();
    }

    /// <summary>Approves.</summary>
    public Task<IActionResult> OnPostGoedAsync(CancellationToken cancellation)
    {
        var approval = new Approval
        {
            IsBigChecked = Form.IsBigChecked,
            IsConfirmedPhysician = Form.IsConfirmedPhysician,
            PracticeAgb = AccountFields.Agb(Form.PracticeAgb),
        };
        return approval.PracticeAgb is null && !string.IsNullOrWhiteSpace(Form.PracticeAgb)
            ? AgainAsync(new("Form.PracticeAgb", "Dit is geen AGB-code. Een AGB-code heeft 8 cijfers."), cancellation)
            : DecideAsync("Form.IsBigChecked", "Aanvraag goedgekeurd. Er is nu een account.", by => review.ApproveAsync(Id, approval, by), cancellation);
    }

    /// <summary>Asks the applicant something.</summary>
    public Task<IActionResult> OnPostVraagAsync(CancellationToken cancellation) =>
        DecideAsync("Question", "De aanvrager ziet je vraag op de statuspagina.", by => review.AskAsync(Id, Question ?? "", by), cancellation);

    /// <summary>Refuses.</summary>
    public Task<IActionResult> OnPostAfwijsAsync(CancellationToken cancellation) =>
        DecideAsync("Reason", "Aanvraag afgewezen.", by => review.RefuseAsync(Id, Reason ?? "", by), cancellation);

    private async Task<IActionResult> DecideAsync(string field, string done, Func<ChangedBy, Task<AccountOutcome>> decide, CancellationToken cancellation)
    {
        var outcome = await decide(HttpContext.Administrator());
        if (outcome is not (AccountOutcome.Done or AccountOutcome.SecondApprovalNeeded))
        {
            return await AgainAsync(new(outcome is AccountOutcome.BigNotChecked or AccountOutcome.ReasonMissing ? field : "", outcome.Dutch()), cancellation);
        }
        TempData.Tell(outcome == AccountOutcome.Done ? done : outcome.Dutch());
        return new SeeOther("/beheer/accounts");
    }

    private async Task<IActionResult> AgainAsync(FormFault fault, CancellationToken cancellation) =>
        await ReadAsync(cancellation) ? this.Again(fault) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await review.FindAsync(Id, cancellation) is not { } reviewed)
        {
            return false;
        }
        Reviewed = reviewed;
        _table = new([reviewed], HttpContext.Office().Member.UziNumber);
        return true;
    }
}
