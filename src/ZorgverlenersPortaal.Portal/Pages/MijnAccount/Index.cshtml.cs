using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.MijnAccount;

/// <summary>The doctor's own account: what the office holds, the last sign-ins, and a new block code.</summary>
public sealed class Index(AccountRegister register, SignInBook book, BlockCodes codes, AccountsOptions options) : PageModel
{
    private const int ShownSignIns = 10;

    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Until when it counts as confirmed.</summary>
    public DateTimeOffset ConfirmedUntil => options.ConfirmedUntil(Account);

    /// <summary>The last tries with this account, newest first.</summary>
    public IReadOnlyList<SignInEntry> SignIns { get; private set; } = [];

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await register.FindAsync(Visit.Provider.UziNumber, cancellation) is not { } account)
        {
            return NotFound();
        }
        (Account, SignIns) = (account, await book.LastSignInsAsync(account.UziNumber, ShownSignIns, cancellation));
        return Page();
    }

    /// <summary>Makes a new block code and shows it once.</summary>
    public async Task<IActionResult> OnPostCodeAsync()
    {
        TempData[Blokkeercode.Key] = await codes.MakeAsync(Visit);
        return new SeeOther("/account/blokkeercode");
    }
}
