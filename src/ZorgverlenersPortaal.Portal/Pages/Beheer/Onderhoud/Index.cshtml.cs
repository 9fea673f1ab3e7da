using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Maintenance;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Onderhoud;

/// <summary>Plans maintenance, which every page then announces, and takes it back.</summary>
public sealed class Index(MaintenancePlan plan) : PageModel
{
    /// <summary>The day it begins, as typed.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>When it begins: 22:00 or 22.00.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>When it ends; not after <see cref="From"/> means the day after.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>What everyone may read of it.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What goes on or is to come.</summary>
    public IReadOnlyList<MaintenanceWindow> Planned { get; private set; } = [];

    /// <summary>The plan.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Planned = await plan.ListAsync(cancellation);

    /// <summary>Plans one.</summary>
    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellation)
    {
        if (Faults().ToList() is { Count: > 0 } faults)
        {
            Planned = await plan.ListAsync(cancellation);
            return this.Again(faults);
        }
        var (day, from, until) = (DutchDay.Read(Day)!.Value, Hour(From)!.Value, Hour(Until)!.Value);
        return await AnswerAsync(await plan.AddAsync(Clock.Moment(day, from), Clock.Moment(until > from ? day : day.AddDays(1), until), Words, HttpContext.Administrator()), cancellation);
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostTrekInAsync(string? id, CancellationToken cancellation) => await AnswerAsync(await plan.WithdrawAsync(id ?? "", HttpContext.Administrator()), cancellation, "Ingetrokken. De pagina's zeggen het niet meer.");

    private async Task<IActionResult> AnswerAsync(MaintenanceOutcome outcome, CancellationToken cancellation, string? done = null)
    {
        if (outcome != MaintenanceOutcome.Done)
        {
            Planned = await plan.ListAsync(cancellation);
            return this.Again(new FormFault(Field(outcome), outcome.Dutch()));
        }
        TempData.Tell(done ?? outcome.Dutch());
        return new SeeOther("/beheer/onderhoud");
    }

    private static string Field(MaintenanceOutcome outcome) => outcome switch
    {
        MaintenanceOutcome.WrongTime or MaintenanceOutcome.Overlaps => nameof(Day),
        MaintenanceOutcome.WordsTooLong => nameof(Words),
        _ => "",
    };

    private IEnumerable<FormFault> Faults()
    {
        if (DutchDay.Read(Day) is null)
        {
            yield return new(nameof(Day), DutchDay.Fault);
        }
        foreach (var (name, text) in new[] { (nameof(From), From), (nameof(Until), Until) }.Where(hour => Hour(hour.Item2) is null))
        {
            yield return new(name, "Vul een tijd in als 22:00.");
        }
    }

    private static TimeOnly? Hour(string? text) =>
        TimeOnly.TryParseExact(text?.Trim().Replace('.', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
