using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Pages.Waarneming;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Machtigingen;

/// <summary>The office's list of delegations: find, approve, refuse, end, and enter one on a doctor's written word.</summary>
public sealed class Index(DelegationBook book, DelegationOffice office, DelegationCheck check, DelegationProof proof, DoctorFinder doctors) : PageModel
{
    private const string Address = "/beheer/machtigingen";

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>A member of DelegationSearchKind; anything else: those that are open.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? KindText { get; set; }

    /// <summary>Who stands in, from when until when.</summary>
    [BindProperty]
    public DelegationForm Form { get; set; } = new();

    /// <summary>For whom: name or UZI number.</summary>
    [BindProperty]
    public string? Giver { get; set; }

    /// <summary>There is a written word of the giver.</summary>
    [BindProperty]
    public bool HasConsent { get; set; }

    /// <summary>The open step-up, when the card has just been asked for.</summary>
    public string? Proof { get; private set; }

    /// <summary>What was found.</summary>
    public DelegationLines Lines { get; private set; } = null!;

    /// <summary>"4 gevonden".</summary>
    public string FoundText { get; private set; } = "";

    /// <summary>Which of them are shown.</summary>
    public DelegationSearchKind Kind => Enum.GetValues<DelegationSearchKind>().FirstOrDefault(kind => kind.ToString() == KindText, DelegationSearchKind.Open);

    /// <summary>What one can look for.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<DelegationSearchKind>().Select(kind => new Choice(kind.ToString(), Dutch(kind)))];

    /// <summary>Days that one may last.</summary>
    public int MaximumDays => check.MaximumDays;

    /// <summary>A practice's patients can be handed over here.</summary>
    public bool WithPractice => book.IsPracticeHandedOver;

    /// <summary>The page, with what was typed before the card was asked for.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Proof, var text, var again) = await proof.PendingAsync(HttpContext);
        if (again is not null)
        {
            return new SeeOther(again);
        }
        (Form, Giver, HasConsent) = (DelegationProof.Form(text), text[nameof(Giver)], text[nameof(HasConsent)] == "true");
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Enters one for a doctor.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var giver = await doctors.UziNumberAsync(Giver, cancellation);
        var receiver = await doctors.UziNumberAsync(Form.Receiver, cancellation);
        var (request, faults) = check.Read(Filled(receiver), giver ?? "");
        if (request is null || giver is null || !HasConsent)
        {
            return await RefusedAsync(faults, giver is not null, cancellation);
        }
        if (await proof.RequireAsync(HttpContext) is { } again)
        {
            return new SeeOther(again);
        }
        if (await office.AddAsync(giver, request, HttpContext.Administrator()) is { } fault)
        {
            return await RefusedAsync([fault], true, cancellation);
        }
        TempData.Tell($"Machtiging toegevoegd, van {DelegationText.Date(request.FirstDay)} tot en met {DelegationText.Date(request.LastDay)}. Wie waarneemt, moet die nog aanvaarden.");
        return new SeeOther(Address);
    }

    /// <summary>Approves.</summary>
    public Task<IActionResult> OnPostGoedAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(office.ApproveAsync(id ?? "", HttpContext.Administrator()), "Machtiging goedgekeurd.", cancellation);

    /// <summary>Refuses.</summary>
    public Task<IActionResult> OnPostWeigerAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(office.RefuseAsync(id ?? "", HttpContext.Administrator()), "Machtiging afgewezen.", cancellation);

    /// <summary>Ends at once.</summary>
    public Task<IActionResult> OnPostStopAsync(string? id, CancellationToken cancellation) =>
        AnswerAsync(office.EndAsync(id ?? "", HttpContext.Administrator()), "Machtiging ingetrokken. De toegang is meteen gestopt.", cancellation);

    private DelegationForm Filled(string? receiver) => receiver is null ? Form : new()
    {
        Receiver = receiver,
        FirstDay = Form.FirstDay,
        LastDay = Form.LastDay,
        Shifts = Form.Shifts,
        Note = Form.Note,
        CoversPractice = Form.CoversPractice,
    };

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

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<DelegationFault> faults, bool isGiverRead, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var texts = DelegationRefusal.Texts(faults, check.MaximumDays);
        // In the order of the form.
        return this.AgainWith(
        [
            .. texts.Where(fault => fault.Field == "Form.Receiver"),
            .. isGiverRead ? [] : new[] { new FormFault(nameof(Giver), DoctorFinder.NotOne) },
            .. texts.Where(fault => fault.Field != "Form.Receiver"),
            .. HasConsent ? [] : new[] { new FormFault(nameof(HasConsent), "Vink dit aan als er een schriftelijke toestemming is. Zonder kan het niet.") },
        ]);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var (found, isCut) = await book.SearchAsync(new(Q, Kind), cancellation);
        Lines = new("Machtigingen", found, DelegationSide.Office, book.OfficeApproves, book.Now);
        FoundText = isCut ? $"de eerste {found.Count}; zoek preciezer voor de rest" : $"{found.Count} gevonden";
    }

    private static string Dutch(DelegationSearchKind kind) => kind switch
    {
        DelegationSearchKind.Open => "Geldig of gepland",
        DelegationSearchKind.Waiting => "Wacht op iemand",
        DelegationSearchKind.Over => "Ingetrokken of verlopen",
        DelegationSearchKind.All => "Alle",
    };
}
