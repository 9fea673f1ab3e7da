using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Mijn patiënten in het ziekenhuis: who is admitted, and who was discharged lately.</summary>
public sealed class Index(AccessControl access, PatientListReader reader, HandleProtector handles, EpdOptions epd, TimeProvider clock) : PageModel
{
    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>Her lists, recorded.</summary>
    public IReadOnlyList<OpenedList> Lists { get; private set; } = [];

    /// <summary>In hospital now, newest first.</summary>
    public IReadOnlyList<ListedPatient> Admitted => ListedPatient.Of(Lists, list => list.Admitted);

    /// <summary>Discharged lately, last first.</summary>
    public IReadOnlyList<ListedPatient> Discharged => ListedPatient.Of(Lists, list => list.Discharged);

    /// <summary>When the EPD gave the first of them.</summary>
    public DateTimeOffset FetchedAt => Lists.Min(list => list.List.FetchedAt);

    /// <summary>Somebody may be missing.</summary>
    public bool IsIncomplete => Lists.Any(list => list.List.IsIncomplete);

    /// <summary>The EPD knows the doctor's own AGB code, as far as it was asked.</summary>
    public bool IsDoctorKnown => Lists.All(list => list.Why.Reason != AccessReason.OwnList || list.List.IsDoctorKnown);

    /// <summary>How long a discharged patient stays on the list.</summary>
    public int DischargedDays => epd.DischargedDays;

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Where the page hears that the list changed.</summary>
    public string ChannelAddress => HttpContext.RequestServices.GetRequiredService<ListChannel>().Address(Visit, Lists);

    /// <summary>Address of a patient, for this session only.</summary>
    public string Address(PatientRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"/patient/{handles.Make("patient", Visit.SessionReference, row.PatientId)}";
    }

    /// <summary>Reads the lists; an EPD that gives no answer becomes the error page (503).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var grants = await access.OpenListsAsync(Visit, cancellation);
        if (grants.Count == 0)
        {
            return NotFound();
        }
        foreach (var grant in grants)
        {
            HttpContext.RestsOn(grant.Decision);
        }
        Lists = await Task.WhenAll(grants.Select(async grant => new OpenedList(grant.Name, grant.Decision, await reader.ReadAsync(grant, cancellation))));
        return Page();
    }
}
