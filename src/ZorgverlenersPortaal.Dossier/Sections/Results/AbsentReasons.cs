using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Why there is no value, in Dutch: never a blank, never a zero (fhir.md §4.7).</summary>
internal static class AbsentReasons
{
    /// <summary>HL7's code, its English word (which adds nothing to the Dutch one), and the Dutch.</summary>
    private static readonly (string Code, string English, string Dutch)[] _known =
    [
        ("unknown", "Unknown", "onbekend"),
        ("asked-unknown", "Asked But Unknown", "gevraagd, maar onbekend"),
        ("temp-unknown", "Temporarily Unknown", "nog niet bekend"),
        ("not-asked", "Not Asked", "niet gevraagd"),
        ("asked-declined", "Asked But Declined", "gevraagd, maar geweigerd"),
        ("masked", "Masked", "afgeschermd"),
        ("not-applicable", "Not Applicable", "niet van toepassing"),
        ("unsupported", "Unsupported", "kan het EPD niet geven"),
        ("as-text", "As Text", "staat alleen in de tekst"),
        ("error", "Error", "bepaling mislukt"),
        ("not-a-number", "Not a Number (NaN)", "geen getal"),
        ("negative-infinity", "Negative Infinity (NINF)", "onder elk meetbereik"),
        ("positive-infinity", "Positive Infinity (PINF)", "boven elk meetbereik"),
        ("not-performed", "Not Performed", "niet uitgevoerd"),
        ("not-permitted", "Not Permitted", "niet toegestaan"),
    ];

    /// <summary>The Dutch reason, and the source's own words where they say more.</summary>
    public static string Of(CodeableConcept reason)
    {
        var dutch = reason.Codings.Select(c => Dutch(c.Code)).FirstOrDefault(d => d is not null);
        var words = reason.Text ?? reason.Codings.Select(c => c.Display).FirstOrDefault(d => d is not null);
        if (dutch is null)
        {
            return reason.Show ?? "reden onbekend";
        }
        return words is null || IsEnglish(words) || words.Equals(dutch, StringComparison.OrdinalIgnoreCase) ? dutch : $"{dutch}: {words}";
    }

    /// <summary>The same for the code of an extension.</summary>
    public static string Of(string code) => Dutch(code) ?? code;

    private static string? Dutch(string? code) => Array.Find(_known, k => k.Code == code).Dutch;

    private static bool IsEnglish(string words) => Array.Exists(_known, k => k.English.Equals(words, StringComparison.OrdinalIgnoreCase));
}
