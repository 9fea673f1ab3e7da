using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Late brieven: whose discharge was not followed by a message or a letter in time, own patients and of whom she stands in for.</summary>
public sealed class LateBrieven(OwnLists own, HandleProtector handles, PortalSettings settings) : PageModel
{
    /// <summary>Her lists, recorded, with how the letters stand.</summary>
    public IReadOnlyList<OpenedList> Lists { get; private set; } = [];

    /// <summary>Discharges after which a letter is late, longest ago first.</summary>
    public IReadOnlyList<ListedPatient> Late => ListedPatient.Late(Lists);

    /// <summary>Discharges of which nobody can say how the letters stand.</summary>
    public int Unknown => Lists.SelectMany(list => list.Letters!.Discharges).Count(one => one.Terms.Letter.State == LetterTermState.Unknown);

    /// <summary>Somebody, or a letter, may be missing.</summary>
    public bool IsIncomplete => Lists.Any(list => list.List.IsIncomplete || list.Letters!.Discharges.Any(one => one.Terms.MayMiss));

    /// <summary>The first reason why the letters of a list are not known; null when they all are.</summary>
    public EpdFailure? Failure => Lists.Select(list => list.Letters!.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>How far back it looks.</summary>
    public int Days => settings.Epd.DischargedDays;

    /// <summary>How long the EPD may take.</summary>
    public double SectionSeconds => settings.Epd.SectionSeconds;

    /// <summary>"24 uur" and "5 werkdagen", as the hospital has set them.</summary>
    public (int Hours, int Workdays) Terms => (settings.Sections.Letters.Clock.MessageHours, settings.Sections.Letters.Clock.LetterWorkdays);

    /// <summary>When the EPD gave the first of the lists.</summary>
    public DateTimeOffset FetchedAt => Lists.Min(list => list.List.FetchedAt);

    /// <summary>Address of a patient's stays, for this session only.</summary>
    public string Address(PatientRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"/patient/{handles.Make("patient", HttpContext.Features.GetRequiredFeature<Visit>().SessionReference, row.PatientId)}/zorgmomenten";
    }

    /// <summary>Reads and records the lists; an EPD that gives no answer becomes the error page (503).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Lists = await own.ReadAsync(HttpContext, cancellation);
        return Lists.Count == 0 ? NotFound() : Page();
    }
}
