using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>A page of one patient's record: banner first, then its sections as they arrive, each recorded before it is sent.</summary>
public abstract partial class RecordPage(RecordOpening opening, ILogger logger) : PageModel
{
    private OpenedHandle? _opened;

    /// <summary>The handle in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Handle { get; set; } = "";

    /// <summary>Who the patient is; recorded.</summary>
    public PatientBanner Banner { get; private set; } = null!;

    /// <summary>The only section that is asked for, by its id: lib/section.js puts it in its place.</summary>
    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Only { get; set; }

    /// <summary>Only that section is sent, by the same decision and records as the page; what cannot stand alone is answered with the whole page.</summary>
    public bool IsAlone => Only is not null && StandsAlone(Only) && HttpMethods.IsGet(Request.Method);

    /// <summary>This section is to be shown: the whole page is, or it alone. What is not, is not read either.</summary>
    public bool Shows(string section) => !IsAlone || Only == section;

    /// <summary>The emergency it is open by, if it is.</summary>
    public EmergencyBanner? Emergency { get; private set; }

    /// <summary>What is new on this page since she looked last.</summary>
    public RecordNews News { get; private set; } = null!;

    /// <summary>Whether she pinned this patient.</summary>
    public RecordPin Pin { get; private set; } = null!;

    /// <summary>Why it may be read.</summary>
    public AccessDecision Decision => Record.Grant.Decision;

    /// <summary>The BSN was not verified at the EPD.</summary>
    public bool HasUnverifiedBsn => Record.Grant.HasUnverifiedBsn;

    /// <summary>Who prints it and when; null on the screen.</summary>
    public PrintMark? Printed { get; private set; }

    /// <summary>The banner shows the whole BSN: it was asked for, and that is recorded.</summary>
    public bool ShowsBsn { get; private set; }

    /// <summary>Sends the sections in order.</summary>
    public SectionSequence Stream { get; } = new(logger);

    /// <summary>How many days a discharge counts as recent.</summary>
    protected int DischargedDays => opening.Settings.Epd.DischargedDays;

    /// <summary>Whom to call.</summary>
    public string Phone => opening.Settings.Portal.ReceptionPhone;

    /// <summary>Whom to call about this specialty, or who wrote this; without either, every specialty there is a number of.</summary>
    public ContactCard Contacts(string? specialty = null, LetterContact? writer = null) =>
        specialty is null && writer is null ? ContactCard.All(opening.Settings.Portal) : ContactCard.Of(opening.Settings.Portal, specialty, writer);

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(Time);

    /// <summary>Which part of the record this is, for the menu: the last part of its address, empty for the summary.</summary>
    public abstract string Part { get; }

    /// <summary>What the banner needs, under way.</summary>
    protected RecordReading Record { get; private set; } = null!;

    /// <summary>The sections.</summary>
    protected DossierReader Dossier => opening.Dossier;

    /// <summary>What it is.</summary>
    protected TimeProvider Time => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The page on the screen.</summary>
    public virtual Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Decides and records, then the banner; only after that a first byte may go (R2).</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        (var grant, var status, _opened, Emergency) = await opening.OpenAsync(HttpContext, Handle, cancellation);
        if (grant is null)
        {
            return StatusCode(status);
        }
        if (!IsThere())
        {
            return StatusCode(RefusedAs.Unknown(await opening.RefuseLetterAsync(grant)));
        }
        Record = Start(grant, cancellation);
        News = await RecordNews.OfAsync(HttpContext.RequestServices.GetRequiredService<SeenBook>(), grant, cancellation);
        Banner = await Dossier.OpenAsync(Record);
        Pin = await RecordPin.OpenAsync(HttpContext.RequestServices.GetRequiredService<PinBook>(), grant, cancellation);
        return Page();
    }

    /// <summary>What the panel of a section says.</summary>
    public PanelState State<T>(SectionView<T> view, string what, string id) where T : class
    {
        // Another address each time: to the same one with only a fragment, a browser jumps and fetches nothing.
        var time = Clock.Time(Time.GetUtcNow()).Replace(":", "", StringComparison.Ordinal);
        var state = new PanelStates(opening.Settings, Visit, Time).Of(view, what, $"{OwnAddress}{(OwnAddress.Contains('?', StringComparison.Ordinal) ? '&' : '?')}opnieuw={time}#{id}");
        return state with { StandsAlone = StandsAlone(id) };
    }

    /// <summary>This section of the page can be had alone: what it shows hangs on no other.</summary>
    public virtual bool StandsAlone(string section) => false;

    /// <summary>The address names something of this patient; if not, it is refused and recorded as an unknown letter.</summary>
    protected virtual bool IsThere() => true;

    /// <summary>Starts what this page shows, and what its banner needs.</summary>
    protected abstract RecordReading Start(PatientGrant grant, CancellationToken cancellation);
}
