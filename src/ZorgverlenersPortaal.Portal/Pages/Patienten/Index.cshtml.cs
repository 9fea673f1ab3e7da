using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Mijn patiënten in het ziekenhuis: who is admitted, and who was discharged lately.</summary>
public sealed class Index(OwnLists own, ListChoices choices, HandleProtector handles, EpdOptions epd, TimeProvider clock) : PageModel
{
    private const int MaximumWords = 100;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Words to look for in the lists; only in a form, never in an address (R6).</summary>
    [BindProperty(Name = "q")]
    public string? Words { get; set; }

    /// <summary>The order she asks for.</summary>
    [BindProperty(Name = "volgorde")]
    public ListOrder Order { get; set; }

    /// <summary>The lists she asks for.</summary>
    [BindProperty(Name = "lijst")]
    public ListScope Scope { get; set; }

    /// <summary>Her lists, recorded, as she wants to see them.</summary>
    public ListView View { get; private set; } = null!;

    /// <summary>What is new on them since she looked last.</summary>
    public ListMarks Marks { get; private set; } = null!;

    /// <summary>When the EPD gave the first of them.</summary>
    public DateTimeOffset FetchedAt => View.Lists.Min(list => list.List.FetchedAt);

    /// <summary>Somebody may be missing.</summary>
    public bool IsIncomplete => View.Lists.Any(list => list.List.IsIncomplete);

    /// <summary>The EPD knows the doctor's own AGB code, as far as it was asked.</summary>
    public bool IsDoctorKnown => View.Lists.All(list => list.Why.Reason != AccessReason.OwnList || list.List.IsDoctorKnown);

    /// <summary>How long a discharged patient stays on the list.</summary>
    public int DischargedDays => epd.DischargedDays;

    /// <summary>How far ahead the list looks; 0: it does not.</summary>
    public int PlannedDays => epd.PlannedDays;

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Where the page hears that the list changed.</summary>
    public string ChannelAddress => HttpContext.RequestServices.GetRequiredService<ListChannel>().Address(Visit, View.Lists);

    /// <summary>Address of a patient, for this session only.</summary>
    public string Address(PatientLine row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"/patient/{handles.Make("patient", Visit.SessionReference, row.PatientId)}";
    }

    /// <summary>Reads the lists as she chose last; an EPD that gives no answer becomes the error page (503).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ShowAsync(await choices.FindAsync(Visit.Provider.UziNumber, cancellation), "", cancellation);

    /// <summary>Reads the lists as she chooses now, and remembers that; the words are for this page only.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var choice = ModelState.IsValid ? new ListChoice(Order, Scope) : await choices.FindAsync(Visit.Provider.UziNumber, cancellation);
        await choices.SetAsync(Visit.Provider.UziNumber, choice);
        var words = Words?.Trim() ?? "";
        return await ShowAsync(choice, words.Length > MaximumWords ? words[..MaximumWords] : words, cancellation);
    }

    /// <summary>To be called when the page is done.</summary>
    public Task KeepAsync() => own.KeepAsync(HttpContext, Marks, View.Lists);

    private async Task<IActionResult> ShowAsync(ListChoice choice, string words, CancellationToken cancellation)
    {
        var lists = await own.ReadAsync(HttpContext, cancellation);
        if (lists.Count == 0)
        {
            return NotFound();
        }
        View = new(lists, choice, words);
        Marks = await own.MarksAsync(HttpContext, View, cancellation);
        return Page();
    }
}
