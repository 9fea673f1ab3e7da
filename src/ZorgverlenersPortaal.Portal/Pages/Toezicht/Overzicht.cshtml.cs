using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A patient's overview of who looked at her record (art. 15e Wabvpz), for paper or as JSON; recorded before it is shown.</summary>
public sealed class Overzicht(AuditLog log, TimeProvider clock) : PageModel
{
    private const int Most = 10_000;

    /// <summary>The patient and the days.</summary>
    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>What it says; null until a patient is given.</summary>
    public IReadOnlyList<OverviewLine>? Lines { get; private set; }

    /// <summary>The end of the patient's BSN.</summary>
    public string Masked { get; private set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset Made { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var faults = await MakeAsync(cancellation);
        return faults.Count > 0 ? this.Again(faults) : Page();
    }

    /// <summary>The same for a program.</summary>
    public async Task<IActionResult> OnPostJsonAsync(CancellationToken cancellation)
    {
        var faults = await MakeAsync(cancellation);
        return faults.Count > 0 ? this.Again(faults) : File(OverviewJson.Of(Lines!, Made), "application/json", "overzicht.json");
    }

    private async Task<IReadOnlyList<FormFault>> MakeAsync(CancellationToken cancellation)
    {
        Form = new() { Bsn = Form.Bsn, From = Form.From, Until = Form.Until };
        var (search, faults) = LogQuestion.Read(Form);
        if (search is null)
        {
            return faults;
        }
        if (search.Bsn is not { } bsn)
        {
            return [new("Form.Bsn", "Vul het BSN in van de patiënt die het overzicht vraagt.")];
        }
        Made = clock.GetUtcNow();
        var reading = HttpContext.Features.GetRequiredFeature<StaffVisit>().Acting(AuditEventType.PatientOverviewMade, AuditOutcome.Success, Made);
        var all = await log.OverviewAsync(search with { Limit = Most, MostRead = int.MaxValue }, reading, cancellation);
        if (all.Older is not null)
        {
            return [new("Form.From", $"Dit zijn meer dan {Most} regels. Kies een kortere periode.")];
        }
        Masked = LogRow.Masked(new("", bsn));
        Lines = PatientOverview.Of(all.Records, Clock.Day);
        return [];
    }
}
