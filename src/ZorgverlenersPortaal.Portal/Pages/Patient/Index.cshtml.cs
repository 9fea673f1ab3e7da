using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Noodprocedure;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>One patient: banner first, then the sections as they arrive, each recorded before it is sent.</summary>
public sealed class Index(
    AccessControl access, DossierReader dossier, HandleProtector handles, PortalSettings settings, ILogger<Index> logger) : PageModel
{
    private OpenedHandle? _opened;

    /// <summary>The handle in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Handle { get; set; } = "";

    /// <summary>Who the patient is; recorded.</summary>
    public PatientBanner Banner { get; private set; } = null!;

    /// <summary>The emergency it is open by, if it is.</summary>
    public EmergencyBanner? Emergency { get; private set; }

    /// <summary>The sections under way.</summary>
    public DossierReading Reading { get; private set; } = null!;

    /// <summary>Sends them in order.</summary>
    public SectionSequence Stream { get; } = new(logger);

    /// <summary>Whom to call.</summary>
    public string Phone => settings.Portal.ReceptionPhone;

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>());

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Decides and records, then the banner; only after that a first byte may go (R2).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        _opened = handles.Open("patient", Visit.SessionReference, Handle);
        if (_opened is not null)
        {
            Response.RegisterForDispose(_opened);
        }
        var opened = await access.OpenAsync(Visit, _opened?.Id, cancellation);
        if (opened.Grant is not { } grant)
        {
            return StatusCode(RefusedAs.Status(HttpContext, opened));
        }
        HttpContext.RestsOn(grant.Decision);
        if (grant.Decision.Ruling.Basis == AccessBasis.Emergency)
        {
            var services = HttpContext.RequestServices;
            if (await services.GetRequiredService<RunningEmergency>().FindAsync(Visit, Handle, cancellation) is not { } running)
            {
                // Ended on another page since the decision.
                await access.RefuseWithdrawnAsync(Visit, grant.Decision);
                return NotFound();
            }
            Emergency = new(running, Handle, services.GetRequiredService<TimeProvider>().GetUtcNow());
        }
        Reading = dossier.Start(grant, cancellation);
        Banner = await dossier.OpenAsync(Reading);
        return Page();
    }

    /// <summary>Address of a letter, for this session and patient only.</summary>
    public string LetterAddress(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return $"/patient/{Handle}/brief/{_opened!.Make("letter", letter.Id)}";
    }

    /// <summary>What the panel of a section says.</summary>
    public PanelState State<T>(SectionView<T> view, string what, string id) where T : class
    {
        ArgumentNullException.ThrowIfNull(view);
        var retry = $"/patient/{Handle}#{id}";
        if (view.Section is not { } section)
        {
            return new(Gone($"{what}: kan niet worden vastgelegd, niet getoond", "We kunnen deze inzage nu niet vastleggen.", "ZVP-X02", Now, retry), false, "", retry);
        }
        var at = Clock.Time(section.FetchedAt);
        if (section.Failure is not { } failure)
        {
            return new(null, section.IsIncomplete, at, retry);
        }
        var text = EpdFailureText.For(failure, settings.Epd.SectionSeconds);
        return new(Gone(failure == EpdFailure.ClosedToRole ? $"{what}: niet te zien voor jouw rol" : $"{what}: nu niet op te halen", text.Why, text.Code, at, retry), false, at, retry);
    }

    private string Now => Clock.Time(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private SectionGone Gone(string what, string why, string code, string at, string retry) =>
        new(what, why, $"Receptie: {Phone}", code, at, Visit.Incident, retry);
}
