using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>One account: change, confirm, block, unblock, and what happened to it.</summary>
public sealed class Detail(AccountDirectory directory, AccountOffice office, AccountHistory history) : PageModel
{
    /// <summary>UZI number in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Uzi { get; set; } = "";

    /// <summary>The account as typed.</summary>
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    /// <summary>Why it is blocked or unblocked.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The account as it stands.</summary>
    public AccountListing Line { get; private set; } = null!;

    /// <summary>The account.</summary>
    public Account Account => Line.Account;

    /// <summary>What happened to it, newest first.</summary>
    public IReadOnlyList<AccountEvent> History { get; private set; } = [];

    /// <summary>The account.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }
        Form = AccountForm.Of(Account);
        return Page();
    }

    /// <summary>Changes what the form says.</summary>
    public async Task<IActionResult> OnPostWijzigAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }
        return Form.Faults(nameof(Form), Account.Function.IsStaff()) is { Count: > 0 } faults
            ? this.Again(faults)
            : Answer(await office.ChangeAsync(Uzi, Form.Edit(Account), HttpContext.Administrator()), "Wijzigingen opgeslagen.");
    }

    /// <summary>Confirms that the account is still right.</summary>
    public Task<IActionResult> OnPostBevestigAsync(CancellationToken cancellation) =>
        ChangeAsync(by => office.ConfirmAsync(Uzi, by), "Account bevestigd.", cancellation);

    /// <summary>Blocks at once.</summary>
    public Task<IActionResult> OnPostBlokkeerAsync(CancellationToken cancellation) =>
        ChangeAsync(by => office.BlockAsync(Uzi, Reason ?? "", by), "Account geblokkeerd. Alle sessies zijn gestopt.", cancellation);

    /// <summary>Lets in again.</summary>
    public Task<IActionResult> OnPostDeblokkeerAsync(CancellationToken cancellation) =>
        ChangeAsync(by => office.UnblockAsync(Uzi, Reason ?? "", by), "Account gedeblokkeerd.", cancellation);

    private async Task<IActionResult> ChangeAsync(Func<ChangedBy, Task<AccountOutcome>> change, string done, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }
        Form = AccountForm.Of(Account);
        return Answer(await change(HttpContext.Administrator()), done);
    }

    private IActionResult Answer(AccountOutcome outcome, string done)
    {
        if (outcome != AccountOutcome.Done)
        {
            return this.Again(new FormFault(Field(outcome), outcome.Dutch()));
        }
        TempData.Tell(done);
        return new SeeOther("/beheer/accounts/" + Uzi);
    }

    private static string Field(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.ReasonMissing => nameof(Reason),
        AccountOutcome.AgbInUse => "Form.Agb",
        _ => "",
    };

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await directory.FindAsync(Uzi, cancellation) is not { } line)
        {
            return false;
        }
        (Line, History) = (line, await history.ListAsync(Uzi, cancellation));
        return true;
    }
}
