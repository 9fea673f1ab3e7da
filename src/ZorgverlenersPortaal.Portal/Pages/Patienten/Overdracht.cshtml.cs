using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Handover on paper: who is admitted, who went home less than a week ago, and what must not be done.</summary>
public sealed class Overdracht(OwnLists own, TimeProvider clock) : PageModel
{
    private const int Days = 7;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Her lists, recorded as printed.</summary>
    public IReadOnlyList<OpenedList> Lists { get; private set; } = [];

    /// <summary>In hospital now.</summary>
    public IReadOnlyList<ListedPatient> Admitted => ListedPatient.Of(Lists, list => list.Admitted);

    /// <summary>Discharged less than a week ago, or on a day nobody wrote down.</summary>
    public IReadOnlyList<ListedPatient> Discharged =>
        ListedPatient.Of(Lists, Lately);

    /// <summary>What is open of a patient on the page, of the list she stands on.</summary>
    public (OpenResultsShown Shown, OpenResults Open) OpenOf(ListedPatient listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var shown = Lists.Single(list => list.Name == listed.List).OpenResults!;
        return (shown, shown.Of(listed.Row));
    }

    /// <summary>Somebody may be missing.</summary>
    public bool IsIncomplete => Lists.Any(list => list.List.IsIncomplete);

    /// <summary>Who prints it and when.</summary>
    public PrintMark Printed => PrintMark.Of(Visit, clock.GetUtcNow());

    /// <summary>When the EPD gave the first of the lists.</summary>
    public DateTimeOffset FetchedAt => Lists.Min(list => list.List.FetchedAt);

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Paper begins with the button on the list.</summary>
    public IActionResult OnGet() => new SeeOther("/patienten");

    /// <summary>Reads and records the lists for paper.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Lists = await own.PrintAsync(HttpContext, list => list.Admitted.Concat(Lately(list)), cancellation);
        return Lists.Count == 0 ? NotFound() : Page();
    }

    private IEnumerable<PatientRow> Lately(PatientList list) => list.Discharged.Where(row => row.Admission.End?.Day is not { } day || Today.DayNumber - day.DayNumber < Days);
}
