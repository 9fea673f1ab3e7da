using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Afschermen;

/// <summary>The hospital's list of patients who object, own staff and public figures.</summary>
public sealed class Index(PatientProtections protections, TimeProvider clock) : PageModel
{
    /// <summary>A new entry as typed.</summary>
    [BindProperty]
    public ProtectionForm Form { get; set; } = new();

    /// <summary>Why an entry is ended.</summary>
    [BindProperty]
    public string? EndReason { get; set; }

    /// <summary>What holds now, the newest first.</summary>
    public IReadOnlyList<PatientProtection> InForce { get; private set; } = [];

    /// <summary>What held before.</summary>
    public IReadOnlyList<PatientProtection> Ended { get; private set; } = [];

    /// <summary>The list.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Puts a patient on it.</summary>
    public async Task<IActionResult> OnPostVoegToeAsync(CancellationToken cancellation)
    {
        if (Form.Faults(nameof(Form)).ToList() is { Count: > 0 } faults)
        {
            await ReadAsync(cancellation);
            return this.Again(faults);
        }
        return await AnswerAsync(await protections.AddAsync(Form.Request(), HttpContext.Administrator()), "Afscherming vastgelegd en meteen van kracht.", cancellation);
    }

    /// <summary>Ends an entry.</summary>
    public async Task<IActionResult> OnPostBeeindigAsync(string? id, CancellationToken cancellation) =>
        await AnswerAsync(await protections.EndAsync(id ?? "", EndReason ?? "", HttpContext.Administrator()), "Afscherming beëindigd.", cancellation, isEnd: true);

    private async Task<IActionResult> AnswerAsync(ProtectionOutcome outcome, string done, CancellationToken cancellation, bool isEnd = false)
    {
        if (outcome != ProtectionOutcome.Done)
        {
            await ReadAsync(cancellation);
            return this.Again(new FormFault(Field(outcome, isEnd), outcome.Dutch()));
        }
        TempData.Tell(done);
        return new SeeOther("/beheer/afschermen");
    }

    private static string Field(ProtectionOutcome outcome, bool isEnd) => outcome switch
    {
        ProtectionOutcome.ReasonMissing => isEnd ? nameof(EndReason) : "Form.Reason",
        ProtectionOutcome.PatientMissing => "Form.Bsn",
        ProtectionOutcome.WrongId => "Form.PatientId",
        ProtectionOutcome.AgainstOnlyByWish => "Form.Against",
        ProtectionOutcome.WrongDay => "Form.LastDay",
        _ => "",
    };

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = await protections.ListAsync(cancellation);
        (InForce, Ended) = ([.. all.Where(entry => entry.HoldsAt(now))], [.. all.Where(entry => !entry.HoldsAt(now))]);
    }
}
