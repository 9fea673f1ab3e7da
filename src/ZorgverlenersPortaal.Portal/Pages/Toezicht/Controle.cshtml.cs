using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The looks of some days, explained and judged: what is left for an officer, and a random sample. Nothing is read before she asks.</summary>
public sealed class Controle(LookDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    /// <summary>What the review gave; null until it is asked for.</summary>
    public LookReport? Report { get; private set; }

    private StaffVisit Visit => HttpContext.Features.GetRequiredFeature<StaffVisit>();

    /// <summary>The form, with yesterday.</summary>
    public void OnGet() => Form.From = Form.Until = Clock.Date(clock.GetUtcNow().AddDays(-1));

    /// <summary>The list of these days.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => RunAsync(days => desk.ReviewAsync(Visit, days.From, days.Until, cancellation));

    /// <summary>The same, with a new sample.</summary>
    public Task<IActionResult> OnPostLotingAsync(CancellationToken cancellation) => RunAsync(days => desk.DrawAsync(Visit, days.From, days.Until, cancellation));

    /// <summary>An earlier sample again.</summary>
    public async Task<IActionResult> OnPostOpnieuwAsync(CancellationToken cancellation)
    {
        Report = ReviewQuestion.Draw(Form.Draw) is { } draw ? await desk.RedrawAsync(Visit, draw.Node, draw.Sequence, cancellation) : null;
        if (Report is null)
        {
            return this.Again(new FormFault("Form.Draw", "Op deze regel van het inzagelog staat geen loting. Neem de regel over zoals die bij de loting staat, bijvoorbeeld node1/1234."));
        }
        (Form.From, Form.Until) = (Clock.Date(Clock.Begin(Report.From)), Clock.Date(Clock.Begin(Report.Until)));
        return Page();
    }

    private async Task<IActionResult> RunAsync(Func<(DateOnly From, DateOnly Until), Task<LookReport?>> run)
    {
        var (days, faults) = ReviewQuestion.Read(Form, Clock.Day(clock.GetUtcNow()));
        if (days is not { } asked)
        {
            return this.Again(faults);
        }
        Report = await run(asked);
        return Report is null ? Forbid() : Page();
    }
}
