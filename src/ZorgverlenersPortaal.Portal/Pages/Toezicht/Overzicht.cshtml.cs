using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>
/// The four reports of NEN 7513, for paper, as PDF or as JSON; recorded before they are shown. What they are about comes by POST: no BSN or
/// UZI number stands in an address (R6).
/// </summary>
public sealed class Overzicht(AuditLog log, PortalOptions portal, TimeProvider clock) : PageModel
{
    private const int Most = 10_000;

    /// <summary>Whom it is about, and the days.</summary>
    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>Which of the four.</summary>
    public ReportShape Shape { get; private set; }

    /// <summary>What it says; null until it is asked for.</summary>
    public OverviewReport? Report { get; private set; }

    /// <summary>404 for an address of no report.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OverviewShapes.Of((string?)context.RouteData.Values["vorm"]) is { } shape)
        {
            Shape = shape;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => MakeAsync(_ => Page(), cancellation);

    /// <summary>The same for a program.</summary>
    public Task<IActionResult> OnPostJsonAsync(CancellationToken cancellation) =>
        MakeAsync(report => File(OverviewJson.Of(report), "application/json", "overzicht.json"), cancellation);

    /// <summary>The same to hand over.</summary>
    public Task<IActionResult> OnPostPdfAsync(CancellationToken cancellation) =>
        MakeAsync(report => File(OverviewPdf.Of(report), "application/pdf", "overzicht.pdf"), cancellation);

    private async Task<IActionResult> MakeAsync(Func<OverviewReport, IActionResult> answer, CancellationToken cancellation)
    {
        Form = OverviewQuestion.Asked(Shape, Form);
        var (search, subject, faults) = OverviewQuestion.Read(Shape, Form);
        if (search is null)
        {
            return this.Again(faults);
        }
        var (made, visit) = (clock.GetUtcNow(), HttpContext.Features.GetRequiredFeature<StaffVisit>());
        var reading = visit.Acting(AuditEventType.AccessReportMade, AuditOutcome.Success, made);
        var all = await log.ReportAsync(Shape, search with { Limit = Most, MostRead = int.MaxValue }, reading, cancellation);
        if (all.Older is not null)
        {
            return this.Again(new FormFault("Form.From", $"Dit zijn meer dan {Most} regels. Kies een kortere periode."));
        }
        Report = new()
        {
            Shape = Shape,
            Subject = subject,
            Period = OverviewQuestion.Period(search),
            Made = made,
            By = visit.Member.Name,
            Hospital = portal.HospitalName,
            Lines = AccessReport.Of(Shape, all.Records, Clock.Day),
        };
        return answer(Report);
    }
}
