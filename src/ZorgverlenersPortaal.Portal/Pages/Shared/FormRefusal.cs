using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>A form that comes back to be mended, with everything that was typed.</summary>
internal static class FormRefusal
{
    /// <summary>Nothing was looked at: too many tries from this address.</summary>
    public static IActionResult TooMany(this PageModel page)
    {
        var result = page.Again(new FormFault("", "Er is te vaak geprobeerd vanaf deze plek. Probeer het over een uur opnieuw, of bel ons."));
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return result;
    }

    /// <summary>Shows the page again with its faults; 422, so that no program takes it for done.</summary>
    public static IActionResult Again(this PageModel page, params IReadOnlyList<FormFault> faults)
    {
        FormFault.Keep(page.ViewData, faults);
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
