namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>The words of the hospital's list (R9). Dutch, for the office.</summary>
public static class ProtectionOutcomes
{
    /// <summary>What the administrator reads.</summary>
    public static string Dutch(this ProtectionOutcome outcome) => outcome switch
    {
        ProtectionOutcome.Done => "Vastgelegd en meteen van kracht.",
        ProtectionOutcome.NotThere => "Deze afscherming bestaat niet.",
        ProtectionOutcome.WrongState => "Deze afscherming is al beëindigd.",
        ProtectionOutcome.PatientMissing => "Vul een BSN of een patiëntnummer van het EPD in.",
        ProtectionOutcome.WrongId => "Dit is geen nummer van het EPD. Gebruik letters, cijfers, streepjes en punten, ten hoogste 64.",
        ProtectionOutcome.AgainstOnlyByWish => "Alleen een bezwaar van de patiënt kan over één zorgverlener of praktijk gaan. Laat de AGB-code leeg.",
        ProtectionOutcome.WrongDay => "De laatste dag ligt in het verleden.",
        ProtectionOutcome.ReasonMissing => "Schrijf een reden van ten hoogste 500 tekens.",
    };

    /// <summary>Why somebody is on the list.</summary>
    public static string Dutch(this ProtectionKind kind) => kind switch
    {
        ProtectionKind.PatientWish => "Bezwaar van de patiënt",
        ProtectionKind.OwnStaff => "Medewerker van het ziekenhuis",
        ProtectionKind.PublicFigure => "Bekende persoon",
    };
}
