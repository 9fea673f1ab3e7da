using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The words for every refusal of a card. A member without words does not compile (R9).</summary>
public static class CardRefusalTexts
{
    private const string UseYourOwnCard = "Gebruik je persoonlijke zorgverlenerpas.";
    private const string CloseWindows = "Sluit alle vensters van je browser. Open het portaal opnieuw en kies de juiste pas.";
    private const string CallUs = "Blijft het? Geef de code hieronder door.";

    /// <summary>The text for a refusal.</summary>
    public static RefusalText For(UziRefusal refusal) => refusal switch
    {
        UziRefusal.NoCertificate => new("ZVP-L01", "We zien geen UZI-pas", "Je browser heeft geen pas aangeboden.",
            ["Steek je UZI-pas in de paslezer. Kijk of je passoftware aanstaat.", CloseWindows, "Kies je pas als de browser erom vraagt, en typ je pincode."]),
        UziRefusal.Malformed => Strange("ZVP-L20", "We kunnen je pas niet lezen"),
        UziRefusal.UntrustedChain => Strange("ZVP-L21", "Dit is geen pas van het UZI-register"),
        UziRefusal.UnknownIssuer => Strange("ZVP-L22", "Deze pas komt niet van een uitgever die we kennen"),
        UziRefusal.TestCardNotAllowed => Strange("ZVP-L23", "Met een testpas kun je hier niet inloggen"),
        UziRefusal.NotYetValid => new("ZVP-L24", "Je pas is nog niet geldig", "De geldigheid van je pas begint later.",
            ["Kijk of de datum en tijd van je computer kloppen.", "Gebruik zolang je oude pas, als die nog geldig is.", CallUs]),
        UziRefusal.Expired => new("ZVP-L07", "Je pas is verlopen", "Met een verlopen pas kun je niet inloggen.",
            ["Heb je al een nieuwe pas? " + CloseWindows, "Vraag anders een nieuwe pas aan bij het UZI-register."]),
        UziRefusal.IssuerNotValid => Strange("ZVP-L25", "De uitgever van je pas is niet meer geldig"),
        UziRefusal.LeafIsCa => Strange("ZVP-L26", "Dit certificaat is geen pas"),
        UziRefusal.WeakKey => Strange("ZVP-L27", "De sleutel van deze pas is te zwak"),
        UziRefusal.WeakSignature => Strange("ZVP-L28", "De handtekening onder deze pas is te zwak"),
        UziRefusal.NotAuthenticationCertificate => new("ZVP-L29", "Je koos het verkeerde certificaat van je pas",
            "Op je pas staan drie certificaten. Dit is niet het certificaat om mee in te loggen.",
            [CloseWindows, "Kies het certificaat voor authenticatie, niet dat voor handtekening of vertrouwelijkheid.", CallUs]),
        UziRefusal.WrongKeyUsage => Strange("ZVP-L30", "Dit certificaat is niet bedoeld om mee in te loggen"),
        UziRefusal.NotForClientAuthentication => Strange("ZVP-L31", "Dit certificaat is niet bedoeld voor inloggen op een website"),
        UziRefusal.WrongPolicy => Strange("ZVP-L32", "Dit certificaat valt niet onder de regels van het UZI-register"),
        UziRefusal.NoRevocationAddress => Strange("ZVP-L43", "Op je pas staat niet waar we hem kunnen controleren"),
        UziRefusal.Revoked => new("ZVP-L06", "Deze pas is ingetrokken", "Met een ingetrokken pas kun je niet inloggen.",
            ["Log in met een geldige pas.", "Herken je dit niet? Bel ons meteen."]),
        UziRefusal.IssuerRevoked => Strange("ZVP-L33", "De uitgever van deze pas is ingetrokken"),
        UziRefusal.RevocationListTooOld => new("ZVP-L11", "We kunnen je pas nu niet controleren", "Dit ligt niet aan je pas.",
            ["Probeer het over een paar minuten opnieuw.", CallUs]),
        UziRefusal.RevocationUnknown => new("ZVP-L47", "We weten niet of je pas nog geldig is", "Het UZI-register geeft over deze pas geen uitsluitsel.",
            ["Probeer het over een paar minuten opnieuw.", CallUs]),
        UziRefusal.NotUzi => Strange("ZVP-L34", "Dit is geen UZI-pas"),
        UziRefusal.AmbiguousSan => Strange("ZVP-L35", "Op deze pas staan twee personen"),
        UziRefusal.InvalidSan => Strange("ZVP-L36", "De gegevens op je pas kloppen niet"),
        UziRefusal.InvalidVersion => Strange("ZVP-L44", "Deze pas is van een versie die we niet kennen"),
        UziRefusal.InvalidType => Strange("ZVP-L45", "Op deze pas staat een soort pas die niet bestaat"),
        UziRefusal.InvalidUziNumber => Strange("ZVP-L46", "Het UZI-nummer op deze pas klopt niet"),
        UziRefusal.UnknownCaOid => Strange("ZVP-L37", "We kennen deze soort pas niet"),
        UziRefusal.CardTypeMismatch => Strange("ZVP-L38", "De soort pas past niet bij de uitgever"),
        UziRefusal.EmployeeCard => new("ZVP-L08", "Met deze pas kun je hier niet inloggen", "Dit is een medewerkerpas op naam.", [UseYourOwnCard, CallUs]),
        UziRefusal.UnnamedCard => new("ZVP-L39", "Met deze pas kun je hier niet inloggen", "Dit is een medewerkerpas zonder naam.", [UseYourOwnCard, CallUs]),
        UziRefusal.ServerCertificate => new("ZVP-L40", "Met dit certificaat kun je hier niet inloggen", "Dit is een servercertificaat.", [UseYourOwnCard, CallUs]),
        UziRefusal.RoleMismatch => Strange("ZVP-L41", "Het beroep op je pas klopt niet"),
        UziRefusal.RoleNotAdmitted => new("ZVP-L09", "Je beroep geeft geen toegang",
            "Het portaal is voor huisartsen, specialisten ouderengeneeskunde en artsen verstandelijk gehandicapten.",
            ["Ben je een van deze artsen, maar staat dat niet op je pas? Neem contact met ons op.", CallUs]),
        UziRefusal.InconsistentNumber => Strange("ZVP-L42", "De nummers op je pas spreken elkaar tegen"),
    };

    private static RefusalText Strange(string code, string title) =>
        new(code, title, "Daarom kun je met deze pas niet inloggen.", [CloseWindows, UseYourOwnCard, CallUs]);
}
