using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Beheer.Aanvragen;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>The office's desk: requests that wait, and all accounts with search and pages.</summary>
public sealed class Index(AccountDirectory directory, AccountReview review, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>A member of AccountState; empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public string? Number { get; set; }

    /// <summary>Requests that wait for the office, and those that wait for the applicant.</summary>
    public RequestTable Requests { get; private set; } = null!;

    /// <summary>The accounts that fit.</summary>
    public AccountListPage Found { get; private set; } = null!;

    /// <summary>All accounts by state.</summary>
    public AccountCounts Counts { get; private set; } = null!;

    /// <summary>What one can look for.</summary>
    public IReadOnlyList<Choice> Statuses { get; } = [new("", "Alle"), .. Enum.GetValues<AccountState>().Select(s => new Choice(s.ToString(), s.Dutch()))];

    /// <summary>"171 actief, 3 geblokkeerd".</summary>
    public string CountsText =>
        $"{Counts.Active} actief, {Counts.Blocked} geblokkeerd" + (Counts.ConfirmationPassed > 0 ? $", {Counts.ConfirmationPassed} verlopen" : "");

    /// <summary>"5 van 174".</summary>
    public string FoundText => $"{Found.Found} van {Counts.Total}";

    /// <summary>"1 tot en met 25 van 174".</summary>
    public string RangeText
    {
        get
        {
            var first = ((Found.Page - 1) * PageSize) + 1;
            return $"{first} tot en met {first + Found.Accounts.Count - 1} van {Found.Found}";
        }
    }

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Address of another page of the same search; null when there is none.</summary>
    public string? PageAt(int page) => page < 1 || page > Found.Pages ? null : QueryHelpers.AddQueryString(
        "/beheer/accounts", new Dictionary<string, string?> { ["q"] = Q, ["status"] = Status, ["pagina"] = page.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Reads the lists.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var search = new AccountSearch
        {
            Text = Q,
            State = Enum.GetValues<AccountState>().Cast<AccountState?>().FirstOrDefault(state => state.ToString() == Status),
            Page = int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
            PageSize = PageSize,
        };
        Requests = await RequestTable.ReadAsync(review, HttpContext.Office().Member.UziNumber, cancellation);
        Found = await directory.SearchAsync(search, cancellation);
        Counts = await directory.CountAsync(cancellation);
        return Page();
    }
}
