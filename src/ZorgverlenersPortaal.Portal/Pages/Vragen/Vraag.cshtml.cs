using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Vragen;

/// <summary>One question of an officer to this doctor, and her answer. Another's, one never asked and one that is not there are alike (R16).</summary>
public sealed class Vraag(CaseQuestions questions) : PageModel
{
    /// <summary>The case's own id; it says nothing of a patient.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>What she answers.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The question.</summary>
    public CaseQuestion Question { get; private set; } = null!;

    /// <summary>It waits for an answer.</summary>
    public bool IsOpen => Question.Case.State == CaseState.Asked;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The form, or what was answered.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await questions.FindOwnAsync(Visit, Id, cancellation) is not { } found)
        {
            return NotFound();
        }
        Question = found;
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await OnGetAsync(cancellation) is not PageResult)
        {
            return NotFound();
        }
        var outcome = await questions.AnswerAsync(Visit, Id, Words);
        if (outcome != CaseOutcome.Done)
        {
            return this.Again(new FormFault(outcome == CaseOutcome.WordsWrong ? nameof(Words) : "", outcome.Dutch()));
        }
        return new SeeOther("/vragen/" + Id);
    }
}
