using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>An account without a request, by one administrator; not there where two must approve.</summary>
public sealed class Toevoegen(AccountOffice office, AccountsOptions options) : PageModel
{
    /// <summary>UZI number as typed.</summary>
    [BindProperty]
    public string? Uzi { get; set; }

    /// <summary>The rest as typed.</summary>
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    /// <summary>The BIG register was looked at.</summary>
    [BindProperty]
    public bool IsBigChecked { get; set; }

    /// <summary>Two administrators approve every account, so it starts as a request.</summary>
    public bool NeedsRequest => options.FourEyes;

    /// <summary>An empty form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var uzi = AccountRequestCheck.Digits(Uzi);
        List<FormFault> faults =
        [
            .. AccountRequestCheck.UziFault(uzi) is { } fault ? [new FormFault(nameof(Uzi), fault.Dutch())] : Array.Empty<FormFault>(),
            .. Form.Faults(nameof(Form), isStaff: false),
            .. IsBigChecked ? [] : new[] { new FormFault(nameof(IsBigChecked), AccountOutcome.BigNotChecked.Dutch()) },
        ];
        if (faults.Count > 0)
        {
            return this.Again(faults);
        }
        var outcome = await office.AddAsync(Form.NewAccount(uzi!), HttpContext.Administrator());
        if (outcome != AccountOutcome.Done)
        {
            return this.Again(new FormFault(Field(outcome), outcome.Dutch()));
        }
        TempData.Tell("Account gemaakt. Inloggen kan meteen.");
        return new SeeOther("/beheer/accounts/" + uzi);
    }

    private static string Field(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.AlreadyThere => nameof(Uzi),
        AccountOutcome.AgbInUse => "Form.Agb",
        _ => "",
    };
}
