using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Vragen;

/// <summary>What officers ask the doctor about looks of hers; her first page after signing in as long as there is something. It closes nothing.</summary>
public sealed class Index(CaseQuestions questions, TimeProvider clock) : PageModel
{
    /// <summary>Those that wait for an answer, the first due first.</summary>
    public IReadOnlyList<CaseQuestion> Open { get; private set; } = [];

    /// <summary>The moment that late is measured against.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>They, or on to the list when there are none.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Open = await questions.OpenOfAsync(HttpContext.Features.GetRequiredFeature<Visit>(), cancellation);
        return Open.Count > 0 ? Page() : new SeeOther("/patienten");
    }
}
