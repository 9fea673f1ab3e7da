using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>What a doctor reads when the EPD gave no usable answer (ui.md §10, R9).</summary>
/// <param name="Code">Stable code for the help desk.</param>
/// <param name="Why">One sentence.</param>
public sealed record EpdFailureText(string Code, string Why)
{
    /// <summary>The text for a failure.</summary>
    public static EpdFailureText For(EpdFailure failure, double sectionSeconds) => failure switch
    {
        EpdFailure.Unreachable => new("ZVP-E01", "Het EPD is nu niet bereikbaar."),
        EpdFailure.TimedOut => new("ZVP-E02", $"Het EPD gaf geen antwoord binnen {sectionSeconds.ToString(CultureInfo.GetCultureInfo("nl-NL"))} seconden."),
        EpdFailure.Failing => new("ZVP-E04", "Het EPD meldt een storing."),
        EpdFailure.Refused => new("ZVP-E06", "Het EPD geeft dit onderdeel niet vrij."),
        EpdFailure.NotFound => new("ZVP-E10", "Het EPD kent dit onderdeel niet."),
        EpdFailure.NotUnderstood => new("ZVP-E11", "Het EPD gaf een antwoord dat we niet begrijpen."),
        EpdFailure.TooLarge => new("ZVP-E12", "Het EPD gaf een antwoord dat te groot is."),
        EpdFailure.NotTrusted => new("ZVP-E13", "Met het EPD is nu geen veilige verbinding mogelijk."),
        EpdFailure.ClosedToRole => new("ZVP-N10", "Het ziekenhuis toont dit onderdeel niet aan jouw rol."),
        EpdFailure.HistoryNotKept => new("ZVP-N12", "Het ziekenhuis-EPD bewaart hiervan geen eerdere versies die het portaal kan lezen."),
        EpdFailure.NotAuthenticated => new("ZVP-E14", "Het EPD laat het portaal nu niet toe."),
    };
}
