using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The looks of some days, explained and judged: what is left for an officer, and a random sample. Nothing is read before she asks.</summary>
public sealed class Controle(LookDesk desk, ReviewCases cases, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    /// <summary>What the review gave; null until it is asked for.</summary>
    public LookReport? Report { get; private set; }

    /// <summary>The look to make a case of.</summary>
    [BindProperty]
    public FoundLook Look { get; set; } = new();

    /// <summary>The cases that there are already of what is shown.</summary>
    public IReadOnlyDictionary<AuditPlace, ReviewCase> Cases { get; private set; } = new Dictionary<AuditPlace, ReviewCase>();

    private StaffVisit Visit => HttpContext.Features.GetRequiredFeature<StaffVisit>();

    /// <summary>The form, with yesterday.</summary>
    public void OnGet() => Form.From = Form.Until = Clock.Date(clock.GetUtcNow().AddDays(-1));

    /// <summary>The list of these days.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => RunAsync(days => desk.ReviewAsync(Visit, days.From, days.Until, cancellation), cancellation);

    /// <summary>The same, with a new sample.</summary>
    public Task<IActionResult> OnPostLotingAsync(CancellationToken cancellation) => RunAsync(days => desk.DrawAsync(Visit, days.From, days.Until, cancellation), cancellation);

    /// <summary>An earlier sample again.</summary>
    public async Task<IActionResult> OnPostOpnieuwAsync(CancellationToken cancellation)
    {
        Report = ReviewQuestion.Draw(Form.Draw) is { } draw ? await desk.RedrawAsync(Visit, draw.Node, draw.Sequence, cancellation) : null;
        if (Report is null)
        {
            return this.Again(new FormFault("Form.Draw", "Op deze regel van het inzagelog staat geen loting. Neem de regel over zoals die bij de loting staat, bijvoorbeeld node1/1234."));
        }
        (Form.From, Form.Until) = (Clock.Date(Clock.Begin(Report.From)), Clock.Date(Clock.Begin(Report.Until)));
        return await ShowAsync(Report, cancellation);
    }

    /// <summary>Makes a case of a look on the list, or leads to the one that there is.</summary>
    public async Task<IActionResult> OnPostZaakAsync(CancellationToken cancellation)
    {
        if (Look.Opening() is not { } opening)
        {
            return this.Again(new FormFault("", "Dit is geen inzage van deze lijst. Controleer opnieuw en kies de inzage daar."));
        }
        if (await cases.OpenAsync(opening, Visit, cancellation) is not { } one)
        {
            return this.Again(new FormFault("", "Deze regel staat niet meer in het log, of is niet te lezen."));
        }
        TempData.Tell($"Dit is zaak {one.Reference}.");
        return new SeeOther("/toezicht/zaken/" + one.Id);
    }

    private async Task<IActionResult> RunAsync(Func<(DateOnly From, DateOnly Until), Task<LookReport?>> run, CancellationToken cancellation)
    {
        var (days, faults) = ReviewQuestion.Read(Form, Clock.Day(clock.GetUtcNow()));
        if (days is not { } asked)
        {
            return this.Again(faults);
        }
        Report = await run(asked);
        return Report is null ? Forbid() : await ShowAsync(Report, cancellation);
    }

    private async Task<IActionResult> ShowAsync(LookReport report, CancellationToken cancellation)
    {
        Cases = await cases.WithRecordsAsync(Visit, report.List.Cases.Concat(report.Sample?.Drawn ?? []).Select(look => look.First), cancellation);
        return Page();
    }
}
