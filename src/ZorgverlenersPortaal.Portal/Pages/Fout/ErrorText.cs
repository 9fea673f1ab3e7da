using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Portal.Pages.Fout;

/// <summary>The words of an error page.</summary>
/// <param name="Code">Stable code for the help desk.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Lead">What to do.</param>
public sealed record ErrorText(string Code, string Title, string Lead)
{
    /// <summary>Unknown, forbidden, withdrawn: all the same words (R16).</summary>
    public static ErrorText NotFound { get; } = new("ZVP-N05", "Niet gevonden",
        "Deze patiënt of brief vinden we niet bij jou. De patiënt staat misschien niet meer bij jou ingeschreven. Ga terug naar je lijst.");

    /// <summary>The same after many of them (H077): what is hers stays open.</summary>
    public static ErrorText TooManyNotFound { get; } = new("ZVP-N11", "Te vaak iets opgevraagd dat we niet bij jou vinden",
        "Dit is vastgelegd. De patiënten op je lijst blijven gewoon te openen. Ga terug naar je lijst, of zoek de patiënt.");

    /// <summary>Asked faster than a person asks; nothing was looked up.</summary>
    public static ErrorText TooFast { get; } = new("ZVP-N12", "Er kwamen te veel vragen tegelijk", "Wacht een paar tellen en probeer het opnieuw.");

    /// <summary>A form that was too old, or edited.</summary>
    public static ErrorText BadRequest { get; } = new("ZVP-L13", "De pagina was te oud", "Ga terug naar je lijst en probeer het opnieuw.");

    /// <summary>A page of another function; no word of what is on it.</summary>
    public static ErrorText OtherFunction { get; } = new("ZVP-N06", "Deze pagina hoort niet bij je functie",
        "Je bent ingelogd met een account dat deze pagina niet mag openen. Dit is vastgelegd.");

    /// <summary>A record closed to a doctor who would see it otherwise; without a word of what is in it.</summary>
    public static ErrorText Closed(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new(decision.Reason == AccessReason.Objection ? "ZVP-N07" : decision.Reason == AccessReason.Restricted ? "ZVP-N08" : "ZVP-N09", decision.Text, "Daarom tonen we er niets van. Heb je de gegevens nodig? Bel het ziekenhuis.");
    }

    /// <summary>No session where a page would lead to sign-in.</summary>
    public static ErrorText SignedOut { get; } = new("ZVP-S01", "Je bent uitgelogd",
        "Je was te lang niet actief, of je pas is uit de lezer gehaald. Log opnieuw in en open de brief vanuit het dossier.");

    /// <summary>Our own fault.</summary>
    public static ErrorText Unexpected { get; } = new("ZVP-X01", "Er ging iets mis bij ons", "Probeer het opnieuw. Blijft het? Geef de code door.");

    /// <summary>The trail cannot be written, so nothing is shown (R2).</summary>
    public static ErrorText NotRecorded { get; } = new("ZVP-X02", "We kunnen deze inzage nu niet vastleggen",
        "Daarom tonen we niets. Probeer het zo opnieuw. Spoed? Bel het ziekenhuis.");

    /// <summary>The nodes' shared state or the accounts' server is gone, so nobody can be let in (DESIGN §10).</summary>
    public static ErrorText NotSure { get; } = new("ZVP-X03", "We kunnen nu niet controleren of je bent ingelogd",
        "Daarom tonen we niets. Je hoeft zelf niets te doen: het portaal herstelt vanzelf. Probeer het over een minuut opnieuw. Spoed? Bel het ziekenhuis.");

    /// <summary>The letter is no PDF, or holds something else than it says.</summary>
    public static ErrorText LetterNotShown { get; } = new("ZVP-E05", "Dit document kunnen we niet tonen",
        "Vraag het op bij het secretariaat van de afdeling.");

    /// <summary>The EPD gave no usable answer.</summary>
    public static ErrorText Epd(EpdFailure failure, double sectionSeconds)
    {
        var text = EpdFailureText.For(failure, sectionSeconds);
        return new(text.Code, "Dit is nu niet op te halen", text.Why + " Er kunnen wel gegevens zijn. Probeer het zo opnieuw. Spoed? Bel het ziekenhuis.");
    }

    /// <summary>The words and the status for an exception.</summary>
    public static (ErrorText Text, int Status) For(Exception error, double sectionSeconds) => error switch
    {
        _ when SharedStateUnavailableException.IsBehind(error) => (NotSure, StatusCodes.Status503ServiceUnavailable),
        AuditUnavailableException => (NotRecorded, StatusCodes.Status503ServiceUnavailable),
        _ when StorageFault.IsBehind(error) => (NotSure, StatusCodes.Status503ServiceUnavailable),
        EpdException epd => (Epd(epd.Failure, sectionSeconds), StatusCodes.Status503ServiceUnavailable),
        LetterNotShownException => (LetterNotShown, StatusCodes.Status404NotFound),
        BadHttpRequestException bad => (BadRequest, bad.StatusCode),
        _ => (Unexpected, StatusCodes.Status500InternalServerError),
    };
}
