using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Waarneming;

/// <summary>Who stands in for this doctor and for whom she does; giving one asks for the card once more.</summary>
public sealed class Index(DelegationBook book, DelegationDesk desk, DelegationCheck check, DelegationProof proof) : PageModel
{
    private const string Address = "/waarneming";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public DelegationForm Form { get; set; } = new();

    /// <summary>The open step-up, when the card has just been asked for.</summary>
    public string? Proof { get; private set; }

    /// <summary>What she got.</summary>
    public DelegationLines Received { get; private set; } = null!;

    /// <summary>What she gave.</summary>
    public DelegationLines Given { get; private set; } = null!;

    /// <summary>She may hand over the practice's patients too.</summary>
    public bool MayHandOverPractice { get; private set; }

    /// <summary>Days that one may last.</summary>
    public int MaximumDays => check.MaximumDays;

    private Visit Visit => HttpContext.Features.GetRequiredFeature<Visit>();

    /// <summary>The page, with what was typed before the card was asked for.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Proof, var text, var again) = await proof.PendingAsync(HttpContext);
        if (again is not null)
        {
            return new SeeOther(again);
        }
        Form = DelegationProof.Form(text);
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Gives one: first what shows without looking anything up, then the card, then the rest.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (request, faults) = check.Read(Form, Visit.Provider.UziNumber);
        if (request is null)
        {
            return await RefusedAsync(faults, cancellation);
        }
        if (await proof.RequireAsync(HttpContext) is { } again)
        {
            return new SeeOther(again);
        }
        if (await desk.GiveAsync(request, Visit) is { } fault)
        {
            return await RefusedAsync([fault], cancellation);
        }
        TempData.Tell($"Je verzoek is vastgelegd. De waarneming geldt zodra de ander die aanvaardt{(book.OfficeApproves ? " en ons bureau die goedkeurt" : "")}.");
        return new SeeOther(Address);
    }

    /// <summary>Accepts what was asked of her or her practice.</summary>
    public Task<IActionResult> OnPostAanvaardAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(desk.AcceptAsync(id ?? "", Visit), "Je hebt de waarneming aanvaard.", cancellation);

    /// <summary>Refuses it.</summary>
    public Task<IActionResult> OnPostWeigerAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(desk.RefuseAsync(id ?? "", Visit), "Je hebt de waarneming geweigerd.", cancellation);

    /// <summary>Confirms once more what she gave.</summary>
    public Task<IActionResult> OnPostBevestigAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(desk.ReconfirmAsync(id ?? "", Visit), "Je hebt de waarneming opnieuw bevestigd.", cancellation);

    /// <summary>Ends one at once.</summary>
    public Task<IActionResult> OnPostStopAsync(string? id, bool gever, CancellationToken cancellation) =>
        AnswerAsync(desk.EndAsync(id ?? "", gever, Visit), "De waarneming is meteen gestopt.", cancellation);

    private async Task<IActionResult> AnswerAsync(Task<DelegationOutcome> change, string done, CancellationToken cancellation)
    {
        var outcome = await change;
        if (outcome == DelegationOutcome.Done)
        {
            TempData.Tell(done);
            return new SeeOther(Address);
        }
        await ReadAsync(cancellation);
        return this.AgainAfter(outcome);
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<DelegationFault> faults, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return this.AgainWith(faults, check.MaximumDays);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var uzi = Visit.Provider.UziNumber;
        Received = new("Ik neem waar voor", await book.ReceivedAsync(uzi, cancellation), DelegationSide.Receiver, book.OfficeApproves, book.Now);
        Given = new("Voor mij neemt waar", await book.GivenAsync(uzi, cancellation), DelegationSide.Giver, book.OfficeApproves, book.Now);
        MayHandOverPractice = await book.MayHandOverPracticeAsync(uzi, cancellation);
    }
}
