using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Makes a case of one record of the trail: because an officer saw it there, or because a patient asked about it.</summary>
public sealed class NieuweZaak(ReviewCases cases) : PageModel
{
    private const int ShortestReason = 10;
    private const int LongestReason = 500;

    /// <summary>Node of the record.</summary>
    [BindProperty(SupportsGet = true)]
    public string Node { get; set; } = "";

    /// <summary>Its place in that node's chain.</summary>
    [BindProperty(SupportsGet = true)]
    public long Sequence { get; set; }

    /// <summary>"patient" when a patient asked about it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Herkomst { get; set; }

    /// <summary>Why it has to be judged.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>A patient asked about it.</summary>
    public bool IsOfPatient => Herkomst == "patient";

    /// <summary>"a/184311".</summary>
    public string Place => FormattableString.Invariant($"{Node}/{Sequence}");

    /// <summary>What a node may be called: anything else would lead elsewhere in an address.</summary>
    private bool IsPlace => Sequence > 0 && Node.Length > 0 && Node.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    /// <summary>Only the question why; nothing is looked up for it.</summary>
    public IActionResult OnGet() => IsPlace ? Page() : NotFound();

    /// <summary>Opens it, or leads to the case that there is already.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsPlace)
        {
            return NotFound();
        }
        if (Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason || reason.Any(char.IsControl))
        {
            return this.Again(new FormFault(nameof(Reason), $"Schrijf in {ShortestReason} tot {LongestReason} tekens waarom."));
        }
        var opening = new CaseOpening(IsOfPatient ? CaseOrigin.Patient : CaseOrigin.Officer, Node, Sequence, [reason]);
        if (await cases.OpenAsync(opening, HttpContext.Features.GetRequiredFeature<StaffVisit>(), cancellation) is not { } one)
        {
            return this.Again(new FormFault("", "Deze regel bestaat niet, of niemand met een pas deed dit. Hier is niemand te beoordelen."));
        }
        TempData.Tell($"Dit is zaak {one.Reference}.");
        return new SeeOther("/toezicht/zaken/" + one.Id);
    }
}
