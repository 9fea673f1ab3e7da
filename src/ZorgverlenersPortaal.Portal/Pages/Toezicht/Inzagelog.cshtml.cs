using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The trail, searched by an officer: today's records until she asks for others. Each search is recorded before its answer.</summary>
public sealed class Inzagelog(AuditLog log, PortalOptions portal, TimeProvider clock) : PageModel
{
    private const int MostExported = 10_000;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>What was found, newest first; null when the form has to be mended.</summary>
    public AuditPage? Found { get; private set; }

    /// <summary>Nothing narrows but the day it is.</summary>
    public bool IsToday { get; private set; }

    private AuditRecord Reading => HttpContext.Features.GetRequiredFeature<StaffVisit>().Acting(AuditEventType.TrailSearched, AuditOutcome.Success, clock.GetUtcNow());

    /// <summary>Today's records.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var today = Clock.Date(clock.GetUtcNow());
        Form = new() { From = today, Until = today };
        IsToday = true;
        return OnPostAsync(cancellation);
    }

    /// <summary>What was asked for.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (search, faults) = LogQuestion.Read(Form);
        if (search is null)
        {
            return this.Again(faults);
        }
        Found = await log.FindAsync(search, Reading, cancellation);
        return Page();
    }

    /// <summary>The same as CSV, all pages at once.</summary>
    public Task<IActionResult> OnPostCsvAsync(CancellationToken cancellation) =>
        ExportAsync(all => File(LogExport.Csv(all), "text/csv; charset=utf-8", "inzagelog.csv"), cancellation);

    /// <summary>The same as FHIR AuditEvents.</summary>
    public Task<IActionResult> OnPostFhirAsync(CancellationToken cancellation) =>
        ExportAsync(all => File(FhirAuditEvents.Bundle(all, clock.GetUtcNow()), "application/fhir+json", "inzagelog.json"), cancellation);

    /// <summary>The same as log lines of Logius with the fields of NEN 7513.</summary>
    public Task<IActionResult> OnPostNenAsync(CancellationToken cancellation) =>
        ExportAsync(all => File(LogiusLog.Write(all, portal.HospitalName), "application/json", "inzagelog-nen7513.json"), cancellation);

    private async Task<IActionResult> ExportAsync(Func<IReadOnlyList<StoredAuditRecord>, IActionResult> file, CancellationToken cancellation)
    {
        Form.Before = null;
        var (search, faults) = LogQuestion.Read(Form);
        if (search is null)
        {
            return this.Again(faults);
        }
        var all = await log.ExportAsync(search with { Limit = MostExported, MostRead = int.MaxValue }, Reading, cancellation);
        return all.Older is null ? file(all.Records) : this.Again(new FormFault("Form.From", $"Dit zijn meer dan {MostExported} regels. Kies een kortere periode."));
    }
}
