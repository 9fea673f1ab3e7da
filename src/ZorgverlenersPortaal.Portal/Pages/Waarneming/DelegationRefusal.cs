using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Waarneming;

/// <summary>A delegation that cannot be given: the form comes back with the faults beside their fields.</summary>
internal static class DelegationRefusal
{
    /// <summary>Shows the page again with status 400 (security.md H063).</summary>
    public static IActionResult AgainWith(this PageModel page, IReadOnlyList<DelegationFault> faults, int maximumDays) =>
        page.AgainWith(Texts(faults, maximumDays));

    /// <summary>The faults beside their fields; one of the giver stands beside the office's field for her.</summary>
    public static IReadOnlyList<FormFault> Texts(IReadOnlyList<DelegationFault> faults, int maximumDays) =>
        [.. faults.Select(fault => new FormFault(fault.Field() is { } field ? "Form." + field : "Giver", fault.Dutch(maximumDays)))];

    /// <summary>A button that did nothing: the page as it is now, and why.</summary>
    public static IActionResult AgainAfter(this PageModel page, DelegationOutcome outcome)
    {
        var (text, status) = outcome switch
        {
            DelegationOutcome.NotThere => ("Deze waarneming vinden we niet. Bekijk de lijst opnieuw.", StatusCodes.Status404NotFound),
            DelegationOutcome.WrongState or DelegationOutcome.Done => ("Dit is intussen gewijzigd. Bekijk het opnieuw.", StatusCodes.Status422UnprocessableEntity),
        };
        var result = page.Again(new FormFault("", text));
        page.Response.StatusCode = status;
        return result;
    }

    /// <summary>The same with faults of the page itself.</summary>
    public static IActionResult AgainWith(this PageModel page, IReadOnlyList<FormFault> faults)
    {
        var result = page.Again(faults);
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return result;
    }
}
