namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The words for a refused line (R9), Dutch for the page; the command names the member itself.</summary>
public static class ImportRefusals
{
    /// <summary>What is wrong with the line.</summary>
    public static string Dutch(this ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.Header => "De eerste regel noemt niet de bekende kolommen, met ten minste uzi en name",
        ImportRefusal.Malformed => "Deze regel is geen geldige CSV-regel",
        ImportRefusal.Name => "De naam ontbreekt of is te lang",
        ImportRefusal.UziNumber => "Een UZI-nummer heeft 9 cijfers",
        ImportRefusal.UziNumberIsCardNumber => "Dit is een pasnummer (8 cijfers), geen UZI-nummer",
        ImportRefusal.Agb => "Dit is geen persoonlijke AGB-code van een arts",
        ImportRefusal.PracticeAgb => "Dit is geen AGB-code van een praktijk",
        ImportRefusal.BigNumber => "Een BIG-nummer heeft 11 cijfers",
        ImportRefusal.Role => "Het beroep is geen huisarts, so of avg",
        ImportRefusal.Function => "De functie is geen zorgverlener, functionaris of beheerder, of past niet bij beroep en AGB-code",
        ImportRefusal.Flag => "Hier staat iets anders dan ja of nee",
        ImportRefusal.Contact => "Praktijk, e-mailadres of telefoonnummer klopt niet",
        ImportRefusal.InTraining => "Een arts in opleiding krijgt geen account",
        ImportRefusal.UziNumberTwice => "Dit UZI-nummer staat al op een eerdere regel",
        ImportRefusal.AgbTwice => "Deze AGB-code staat al op een eerdere regel",
        ImportRefusal.AlreadyThere => "Bij dit UZI-nummer hoort al een account",
        ImportRefusal.AgbInUse => "Deze AGB-code hoort al bij een ander account, of is de code van een praktijk",
        ImportRefusal.FourEyes => "Met vier ogen begint een account als aanvraag; importeren kan alleen op de server",
        ImportRefusal.TooLong => "Het bestand heeft meer dan 10.000 regels",
    };
}
