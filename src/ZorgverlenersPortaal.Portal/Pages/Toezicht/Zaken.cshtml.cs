using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The officers' work queue: what is overdue first. Without a patient; a case is opened on its own page.</summary>
public sealed class Zaken(ReviewCases cases, EmergencyReviews emergencies, TimeProvider clock) : PageModel
{
    /// <summary>Name of a <see cref="CaseScope"/>; what is open when it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    /// <summary>Name of a <see cref="CaseOrigin"/>; all when it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Herkomst { get; set; }

    /// <summary>What the page shows.</summary>
    public CaseScope Scope => Enum.GetValues<CaseScope>().FirstOrDefault(scope => scope.ToString() == Stand);

    /// <summary>Of one origin only; null for all.</summary>
    public CaseOrigin? Origin => Enum.GetValues<CaseOrigin>().Select(origin => (CaseOrigin?)origin).FirstOrDefault(origin => origin.ToString() == Herkomst);

    /// <summary>The cases with their counts.</summary>
    public CaseWork Work { get; private set; } = null!;

    /// <summary>The moment that late is measured against.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Reads them; an emergency of a moment ago has its case too.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await emergencies.BringAsync(cancellation);
        Work = await cases.QueueAsync(HttpContext.Features.GetRequiredFeature<StaffVisit>(), Scope, Origin, cancellation);
    }
}
