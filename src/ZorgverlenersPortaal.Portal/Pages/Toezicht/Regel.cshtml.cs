using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>One record of the trail, whole; opening it is recorded first.</summary>
public sealed class Regel(AuditLog log, ReviewCases cases, TimeProvider clock) : PageModel
{
    /// <summary>The record.</summary>
    public LogRow Row { get; private set; } = null!;

    /// <summary>The cases that it is evidence of.</summary>
    public IReadOnlyList<ReviewCase> Cases { get; private set; } = [];

    /// <summary>Its fields that say something, with their names. Dutch.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields => LogFields.Of(Row);

    /// <summary>404 when there is no such record.</summary>
    public async Task<IActionResult> OnGetAsync(string node, long sequence, CancellationToken cancellation)
    {
        var visit = HttpContext.Features.GetRequiredFeature<StaffVisit>();
        var reading = visit.Acting(AuditEventType.TrailRecordShown, AuditOutcome.Success, clock.GetUtcNow());
        if (await log.OpenAsync(node, sequence, reading, cancellation) is not { } stored)
        {
            return NotFound();
        }
        Row = new(stored);
        Cases = await cases.WithRecordAsync(visit, stored.Node, stored.Sequence, cancellation);
        return Page();
    }
}
