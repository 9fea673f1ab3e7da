namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>The words for every refusal of a sign-in by way of Dezi. A member without words does not compile (R9).</summary>
public static class DeziRefusalTexts
{
    private const string Again = "Kies hieronder Opnieuw inloggen met Dezi.";
    private const string CallUs = "Blijft het? Geef de code hieronder door.";
    private const string UseCard = "Heb je een UZI-pas? Dan kun je daarmee inloggen.";

    /// <summary>The text for a refusal.</summary>
    public static RefusalText For(DeziRefusal refusal) => refusal switch
    {
        DeziRefusal.TooManyStarts => new("ZVP-D01", "Er wordt te vaak ingelogd vanaf jouw adres",
            "Binnen een minuut is heel vaak op Inloggen met Dezi geklikt.", ["Wacht een minuut. " + Again, CallUs]),
        DeziRefusal.ReturnMalformed => Strange("ZVP-D02", "De terugweg van Dezi was niet compleet"),
        DeziRefusal.StateUnknown => new("ZVP-D03", "Deze inlogpoging is voorbij",
            "Inloggen duurde langer dan tien minuten, of deze pagina is al eens gebruikt.", [Again, CallUs]),
        DeziRefusal.OtherBrowser => new("ZVP-D04", "Je begon met inloggen in een andere browser",
            "Daarom weten we niet zeker of jij dit bent.",
            ["Log in zonder van browser of venster te wisselen. " + Again, "Begon je niet zelf met inloggen? Sluit deze pagina en bel ons.", CallUs]),
        DeziRefusal.IssuerMixedUp => Strange("ZVP-D05", "Het antwoord komt niet van Dezi"),
        DeziRefusal.Cancelled => new("ZVP-D06", "Je bent gestopt met inloggen bij Dezi", "Je bent niet ingelogd.", [Again, UseCard]),
        DeziRefusal.IssuerReportedError => Down("ZVP-D07", "Dezi meldt een storing"),
        DeziRefusal.IssuerUnreachable => Down("ZVP-D08", "Dezi is nu niet bereikbaar"),
        DeziRefusal.IssuerRedirected => Strange("ZVP-D09", "Dezi verwijst ons naar een ander adres"),
        DeziRefusal.CodeRefused => new("ZVP-D10", "Dezi herkent deze inlogpoging niet", "De inlogcode is misschien al gebruikt of te oud.", [Again, CallUs]),
        DeziRefusal.AnswerTooLarge => Strange("ZVP-D11", "Het antwoord van Dezi is te groot"),
        DeziRefusal.AnswerMalformed => Strange("ZVP-D12", "We kunnen het antwoord van Dezi niet lezen"),
        DeziRefusal.DecryptionFailed => Strange("ZVP-D13", "We kunnen het antwoord van Dezi niet openen"),
        DeziRefusal.NotSigned => Strange("ZVP-D14", "Het antwoord van Dezi is niet ondertekend"),
        DeziRefusal.AlgorithmNotAllowed => Strange("ZVP-D15", "Het antwoord van Dezi is niet veilig genoeg beveiligd"),
        DeziRefusal.KeyUnknown => Strange("ZVP-D16", "We kennen de sleutel van Dezi niet"),
        DeziRefusal.KeyNotPinned => Strange("ZVP-D17", "Dezi gebruikt een nieuwe sleutel die we nog niet vertrouwen"),
        DeziRefusal.SignatureInvalid => Strange("ZVP-D18", "De handtekening van Dezi klopt niet"),
        DeziRefusal.IssuerMismatch => Strange("ZVP-D19", "Het antwoord is niet door Dezi gemaakt"),
        DeziRefusal.AudienceMismatch => Strange("ZVP-D20", "Het antwoord van Dezi is voor een ander portaal"),
        DeziRefusal.Expired => Strange("ZVP-D21", "Het antwoord van Dezi is niet meer geldig"),
        DeziRefusal.NotYetValid => Strange("ZVP-D22", "Het antwoord van Dezi is nog niet geldig"),
        DeziRefusal.Stale => Strange("ZVP-D23", "Het antwoord van Dezi is te oud"),
        DeziRefusal.NonceMismatch => Strange("ZVP-D24", "Het antwoord van Dezi hoort bij een andere inlogpoging"),
        DeziRefusal.SubjectMismatch => Strange("ZVP-D25", "De antwoorden van Dezi spreken elkaar tegen"),
        DeziRefusal.AssuranceTooLow => new("ZVP-D26", "Je logde niet zeker genoeg in bij Dezi",
            "Voor patiëntgegevens is het hoogste niveau van zekerheid nodig.", ["Kies bij Dezi een inlogmiddel van het niveau hoog.", UseCard, CallUs]),
        DeziRefusal.IdentityUnreadable => Strange("ZVP-D27", "Je gegevens bij Dezi zijn niet compleet"),
        DeziRefusal.RoleNotAdmitted => new("ZVP-D28", "Je beroep geeft geen toegang",
            "Het portaal is voor huisartsen, specialisten ouderengeneeskunde en artsen verstandelijk gehandicapten.",
            ["Heb je bij Dezi meer beroepen? Log opnieuw in en kies het beroep dat bij je account hoort.", CallUs]),
        DeziRefusal.NotFresh => new("ZVP-D29", "Je logde niet opnieuw in bij Dezi",
            "Voor deze stap moet je bij Dezi opnieuw laten zien wie je bent.", ["Ga terug, probeer het opnieuw en log bij Dezi helemaal opnieuw in.", CallUs]),
        DeziRefusal.OtherPerson => new("ZVP-D30", "Bij Dezi logde iemand anders in",
            "De stap is niet bevestigd, want je sessie is van een ander dan degene die zich bij Dezi meldde.",
            ["Ga terug en log bij Dezi in als jezelf.", "Herken je dit niet? Log uit en bel ons."]),
    };

    private static RefusalText Strange(string code, string title) =>
        new(code, title, "Daarom ben je niet ingelogd. Dit ligt niet aan jou.", [Again, UseCard, CallUs]);

    private static RefusalText Down(string code, string title) =>
        new(code, title, "Dit ligt niet aan jou. Je bent niet ingelogd.", ["Probeer het over een paar minuten opnieuw.", UseCard, CallUs]);
}
