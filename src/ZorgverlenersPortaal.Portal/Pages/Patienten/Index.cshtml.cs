using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>Mijn patiënten in het ziekenhuis: who is admitted, and who was discharged lately.</summary>
public sealed class Index(AccessControl access, PatientListReader reader, HandleProtector handles, EpdOptions epd, TimeProvider clock) : PageModel
{
    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The list, recorded.</summary>
    public PatientList List { get; private set; } = null!;

    /// <summary>How long a discharged patient stays on the list.</summary>
    public int DischargedDays => epd.DischargedDays;

    /// <summary>The day it is.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Address of a patient, for this session only.</summary>
    public string Address(PatientRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"/patient/{handles.Make("patient", Visit.SessionReference, row.PatientId)}";
    }

    /// <summary>Where the page hears that the list changed.</summary>
    public string ChannelAddress => HttpContext.RequestServices.GetRequiredService<ListChannel>().Address(Visit, List);

    /// <summary>Reads the list; an EPD that gives no answer becomes the error page (503).</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await access.OpenListAsync(Visit) is not { } grant)
        {
            return NotFound();
        }
        List = await reader.ReadAsync(grant, cancellation);
        return Page();
    }
}
