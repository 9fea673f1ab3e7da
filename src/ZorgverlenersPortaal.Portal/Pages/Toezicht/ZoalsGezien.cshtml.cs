using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>What a record of the trail says was shown, shown again to an officer who says why; recorded before it is shown.</summary>
public sealed class ZoalsGezien(ReviewDesk desk, ReviewReader reader) : PageModel
{
    private const int ShortestReason = 10;
    private const int LongestReason = 200;

    /// <summary>Node of the record.</summary>
    [BindProperty(SupportsGet = true)]
    public string Node { get; set; } = "";

    /// <summary>Its place in that node's chain.</summary>
    [BindProperty(SupportsGet = true)]
    public long Sequence { get; set; }

    /// <summary>Why she wants to see it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was shown; null until a reason is given.</summary>
    public SeenAgain? Again { get; private set; }

    /// <summary>The record says of nothing that it was shown of one patient.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>"a/184311".</summary>
    public string Place => FormattableString.Invariant($"{Node}/{Sequence}");

    /// <summary>The record.</summary>
    public LogRow? Row => Again is null ? null : new(Again.Seen);

    /// <summary>What a node may be called: anything else would lead elsewhere in an address.</summary>
    private bool IsPlace => Sequence > 0 && Node.Length > 0 && Node.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && Node.Any(c => c != '.');

    /// <summary>Only the question why; nothing is looked up for it.</summary>
    public IActionResult OnGet() => IsPlace ? Page() : NotFound();

    /// <summary>Shows it; 404 when there is no such record.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsPlace)
        {
            return NotFound();
        }
        if (Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason || reason.Any(char.IsControl))
        {
            return this.Again(new FormFault("Reason", $"Schrijf in {ShortestReason} tot {LongestReason} tekens waarom je dit wilt zien."));
        }
        var (seen, grant) = await desk.OpenAsync(HttpContext.Features.GetRequiredFeature<StaffVisit>(), new(Node, Sequence), reason, cancellation);
        if (seen is null)
        {
            return NotFound();
        }
        IsRefused = grant is null;
        Again = grant is null ? null : await reader.ReadAsync(grant, cancellation);
        return Page();
    }
}
