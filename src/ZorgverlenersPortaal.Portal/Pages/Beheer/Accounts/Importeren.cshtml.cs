using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>
/// Importing a file of accounts in two steps: try it, then confirm. The file waits in the page between them, not on the
/// server; the second step checks every line again.
/// </summary>
public sealed class Importeren(AccountImport import) : PageModel
{
    private const int LargestFile = 1_000_000;
    private const string TooLarge = "Het bestand is groter dan 1 MB. Splits het in kleinere bestanden.";

    /// <summary>The columns, and what stands in them.</summary>
    public static IReadOnlyList<(string Column, string Meaning)> Columns { get; } =
    [
        ("uzi", "UZI-nummer, 9 cijfers"),
        ("name", "naam"),
        ("function", "zorgverlener, functionaris of beheerder"),
        ("role", "huisarts, so of avg"),
        ("agb", "persoonlijke AGB-code"),
        ("confirmed", "ja: pas met alleen 01.000 mag inloggen"),
        ("practice", "praktijk of instelling"),
        ("practice_agb", "AGB-code van de praktijk"),
        ("big", "BIG-nummer, 11 cijfers"),
        ("email", "e-mailadres"),
        ("phone", "telefoonnummer"),
        ("in_training", "nee"),
    ];

    /// <summary>The file, between trying and confirming.</summary>
    [BindProperty]
    public string? Upload { get; set; }

    /// <summary>What trying it gave.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>What is wrong with the file as a whole.</summary>
    public string? FileFault => FormFault.Of(ViewData, "file");

    /// <summary>"1 account", "12 accounts".</summary>
    public static string AccountsText(int count) => count == 1 ? "1 account" : $"{count} accounts";

    /// <summary>"1 regel", "12 regels".</summary>
    public static string LinesText(int count) => count == 1 ? "1 regel" : $"{count} regels";

    /// <summary>The form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Tries the file; changes nothing.</summary>
    public async Task<IActionResult> OnPostProbeerAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 })
        {
            return this.Again(new FormFault("file", "Kies een bestand met ten minste één account."));
        }
        if (file.Length > LargestFile)
        {
            return this.Again(new FormFault("file", TooLarge));
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        Upload = Convert.ToBase64String(bytes.ToArray());
        return await RunAsync(bytes.ToArray(), isDryRun: true, cancellation);
    }

    /// <summary>Imports what was tried.</summary>
    public async Task<IActionResult> OnPostImporteerAsync(CancellationToken cancellation)
    {
        var bytes = new byte[LargestFile];
        return Convert.TryFromBase64String(Upload ?? "", bytes, out var length) && length > 0
            ? await RunAsync(bytes[..length], isDryRun: false, cancellation)
            : this.Again(new FormFault("file", "Het bestand is niet meegekomen. Kies het opnieuw."));
    }

    private async Task<IActionResult> RunAsync(byte[] csv, bool isDryRun, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(csv, writable: false);
        var result = await import.RunAsync(stream, isDryRun, HttpContext.Administrator(), cancellation);
        if (result is { Lines: 0, Refused.Count: 0 })
        {
            return this.Again(new FormFault("file", "In het bestand staat geen enkel account."));
        }
        if (result.IsAdded)
        {
            TempData.Tell($"{AccountsText(result.Lines)} geïmporteerd.");
            return new SeeOther("/beheer/accounts");
        }
        Result = result;
        Response.StatusCode = result.Refused.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }
}
