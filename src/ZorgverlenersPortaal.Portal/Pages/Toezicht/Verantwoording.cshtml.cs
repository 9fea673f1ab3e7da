using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The report for board and supervisor: what the officers did with the looks of a quarter or a year. No patient and no doctor in it.</summary>
public sealed class Verantwoording(ReviewReports reports, EmergencyReviews emergencies, TimeProvider clock) : PageModel
{
    private const int Earliest = 2020;

    /// <summary>The year; this one when it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Jaar { get; set; }

    /// <summary>The quarter, 1 to 4; the whole year when it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kwartaal { get; set; }

    /// <summary>The figures.</summary>
    public ReviewReport Report { get; private set; } = null!;

    /// <summary>The last verification of the trail.</summary>
    public StoredAuditRecord? Verification { get; private set; }

    /// <summary>The years to choose from, the latest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(Earliest, Today.Year - Earliest + 1).Reverse()];

    /// <summary>The year shown.</summary>
    public int Year => int.TryParse(Jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Years.Contains(year) ? year : Today.Year;

    /// <summary>The quarter shown; null for the whole year.</summary>
    public int? Quarter => Kwartaal switch { "1" => 1, "2" => 2, "3" => 3, "4" => 4, _ => null };

    private DateOnly Today => Clock.Today(clock);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await emergencies.BringAsync(cancellation);
        Report = await reports.MakeAsync(ReviewPeriod.Of(Year, Quarter), cancellation);
        Verification = await reports.LastVerificationAsync(cancellation);
    }

    /// <summary>The same for a program.</summary>
    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return File(ReviewReportJson.Of(Report, Verification), "application/json", "verantwoording.json");
    }
}
