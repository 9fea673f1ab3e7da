using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>One case: the look, its evidence, what was done with it, and what this officer may do now. Reading it is recorded first.</summary>
public sealed class Zaak(CaseReader reader, CaseDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>The case, by its id; its reference as people write it is the same.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id
    {
        get;
        set => field = value is ['Z' or 'z', 'K' or 'k', '-', .. var digits] ? digits.ToLowerInvariant() : value ?? "";
    } = "";

    /// <summary>What was typed.</summary>
    [BindProperty]
    public CaseForm Form { get; set; } = new();

    /// <summary>All that this officer may know of it.</summary>
    public CaseFile Found { get; private set; } = null!;

    /// <summary>What she may do.</summary>
    public IReadOnlyList<CaseStep> Steps => Found.Closed is not null ? [] :
        [.. CaseRules.OfOfficer(Found.Case.State).Where(step => !CaseRules.NeedsAnother(step) || (Found.Case.Judge != Visit.Member.UziNumber && Found.Case.Seconder != Visit.Member.UziNumber))];

    /// <summary>She does not have it in hand, and it is not judged.</summary>
    public bool MayTake => Found.Closed is null && !CaseRules.IsFinal(Found.Case.State) && Found.Case.Owner != Visit.Member.UziNumber;

    /// <summary>The choices of a second officer; who proposed the breach can only take it back.</summary>
    public IReadOnlyList<Choice> SecondVerdicts => [.. CaseText.SecondVerdicts.Where(choice => Steps.Any(step => step.ToString() == choice.Value))];

    /// <summary>It should have left its state.</summary>
    public bool IsOverdue => Found.Case.IsOverdue(clock.GetUtcNow());

    private StaffVisit Visit => HttpContext.Features.GetRequiredFeature<StaffVisit>();

    private int? Minutes => int.TryParse(Form.Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    /// <summary>404 when there is no such case.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.OpenAsync(Visit, Id, cancellation) is not { } found)
        {
            return NotFound();
        }
        Found = found;
        return Page();
    }

    /// <summary>Asks the doctor.</summary>
    public async Task<IActionResult> OnPostVraagAsync(CancellationToken cancellation) => await AnswerAsync(
        await desk.ActAsync(Id, new(CaseStep.Ask, Form.Question), Visit), nameof(CaseForm.Question), "De vraag is gesteld. De zorgverlener ziet haar bij het volgende inloggen.", cancellation);

    /// <summary>Judges.</summary>
    public async Task<IActionResult> OnPostOordeelAsync(CancellationToken cancellation)
    {
        var verdict = Enum.GetValues<CaseVerdict>().Select(one => (CaseVerdict?)one).FirstOrDefault(one => one.ToString() == Form.Verdict);
        var step = verdict == CaseVerdict.Breach ? CaseStep.ProposeBreach : CaseStep.Close;
        return await AnswerAsync(await desk.ActAsync(Id, new(step, Form.Words, verdict, Minutes), Visit), nameof(CaseForm.Words), "Je oordeel is vastgelegd.", cancellation);
    }

    /// <summary>Agrees with a breach, or not.</summary>
    public async Task<IActionResult> OnPostBevestigAsync(CancellationToken cancellation)
    {
        var act = Form.Verdict switch
        {
            nameof(CaseStep.AgreeBreach) => new CaseAct(CaseStep.AgreeBreach, Form.Words, CaseVerdict.Breach, Minutes),
            nameof(CaseStep.RejectBreach) => new(CaseStep.RejectBreach, Form.Words, null, Minutes),
            _ => null,
        };
        return await AnswerAsync(
            act is null ? CaseOutcome.VerdictMissing : await desk.ActAsync(Id, act, Visit), nameof(CaseForm.Words), "Je oordeel is vastgelegd.", cancellation);
    }

    /// <summary>Opens a judged case again.</summary>
    public async Task<IActionResult> OnPostHeropenAsync(CancellationToken cancellation) => await AnswerAsync(
        await desk.ActAsync(Id, new(CaseStep.Reopen, Form.Reopen), Visit), nameof(CaseForm.Reopen), "De zaak is heropend.", cancellation);

    /// <summary>Takes it in hand.</summary>
    public async Task<IActionResult> OnPostNeemAsync(CancellationToken cancellation) =>
        await AnswerAsync(await desk.TakeAsync(Id, Visit), nameof(CaseForm.Words), "Jij behandelt deze zaak.", cancellation);

    /// <summary>Leaves it to others.</summary>
    public async Task<IActionResult> OnPostKenAsync(CancellationToken cancellation) =>
        await AnswerAsync(await desk.RecuseAsync(Id, Visit), nameof(CaseForm.Words), "Vastgelegd. Een andere officer beoordeelt deze zaak.", cancellation);

    /// <summary>Back to the page, or the same page with the fault beside its field.</summary>
    private async Task<IActionResult> AnswerAsync(CaseOutcome outcome, string words, string done, CancellationToken cancellation)
    {
        if (outcome == CaseOutcome.Done)
        {
            TempData.Tell(done);
            return new SeeOther("/toezicht/zaken/" + Id);
        }
        return outcome == CaseOutcome.NotThere || await OnGetAsync(cancellation) is not PageResult ? NotFound() : this.Again(new FormFault(Field(outcome, words), outcome.Dutch()));
    }

    private static string Field(CaseOutcome outcome, string words) => outcome switch
    {
        CaseOutcome.WordsWrong => "Form." + words,
        CaseOutcome.VerdictMissing => "Form." + nameof(CaseForm.Verdict),
        CaseOutcome.MinutesWrong => "Form." + nameof(CaseForm.Minutes),
        CaseOutcome.Done or CaseOutcome.NotThere or CaseOutcome.WrongState or CaseOutcome.OwnLook or CaseOutcome.Known or CaseOutcome.SameOfficer or CaseOutcome.NoDoctor => "",
    };
}
