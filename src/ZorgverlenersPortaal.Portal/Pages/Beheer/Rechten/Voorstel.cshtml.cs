using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Rechten;

/// <summary>Proposes another matrix for one role; the other roles stay as the last approved version has them.</summary>
public sealed class Voorstel(RoleMatrix matrix, RoleMatrixOffice office, TimeProvider clock) : PageModel
{
    private RoleMatrixVersion _base = null!;

    /// <summary>The role.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rol { get; set; }

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    /// <summary>The ticked cells: <c>Delegation/Results</c>.</summary>
    [BindProperty]
    public IReadOnlyList<string> Open { get; set; } = [];

    /// <summary>First day, as typed.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The role.</summary>
    public CareRole Role => CareRoles.Parse(Rol) ?? CareRole.GeneralPractitioner;

    /// <summary>Banner stands for the basis itself; what goes with it has no box of its own (R7).</summary>
    public IReadOnlyList<DossierCategory> Rows { get; } =
        [.. RightsTable.Sections.Where(section => section == DossierCategory.Banner || !new RoleMatrixCell(default, default, section).IsAlwaysWithBasis)];

    /// <summary>What a row is about.</summary>
    public string RowName(DossierCategory section) => section == DossierCategory.Banner ? "Dossier gaat open" : RightsText.Of(section);

    /// <summary>Is this box ticked?</summary>
    public bool IsTicked(AccessBasis basis, DossierCategory section) => Open.Contains($"{basis}/{section}", StringComparer.Ordinal);

    /// <summary>The last approved version, to change.</summary>
    public void OnGet()
    {
        _base = matrix.Latest();
        BasedOn = _base.Number;
        Open = [.. RoleMatrixCell.All.Where(cell => cell.Role == Role && _base.Cells.IsOpen(cell)).Select(cell => $"{cell.Basis}/{cell.Section}")];
        Day = Clock.Date(clock.GetUtcNow());
    }

    /// <summary>Keeps the proposal.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        _base = matrix.Latest();
        if (DutchDay.Read(Day) is not { } day)
        {
            return this.Again(new FormFault(nameof(Day), DutchDay.Fault));
        }
        var outcome = await office.ProposeAsync(new(BasedOn, [.. Cells()], day, Reason ?? ""), HttpContext.Administrator());
        if (outcome != RoleMatrixOutcome.Done)
        {
            return this.Again(new FormFault(Field(outcome), outcome.Dutch()));
        }
        TempData.Tell("Voorstel vastgelegd. Een andere beheerder moet het goedkeuren.");
        return new SeeOther("/beheer/rechten");
    }

    /// <summary>The other roles as they are, this one as ticked; only what has a box is taken from the form.</summary>
    private IEnumerable<RoleMatrixCell> Cells() => RoleMatrixCell.All.Where(cell =>
        cell.Role != Role ? _base.Cells.IsOpen(cell) : IsTicked(cell.Basis, cell.IsAlwaysWithBasis ? DossierCategory.Banner : cell.Section));

    private static string Field(RoleMatrixOutcome outcome) => outcome switch
    {
        RoleMatrixOutcome.DirectivesWithheld or RoleMatrixOutcome.NothingChanged => nameof(Open),
        RoleMatrixOutcome.WrongDay => nameof(Day),
        RoleMatrixOutcome.ReasonMissing => nameof(Reason),
        _ => "",
    };
}
