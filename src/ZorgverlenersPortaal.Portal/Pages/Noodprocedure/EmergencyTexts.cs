using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>The words of the emergency procedure. Dutch.</summary>
public static class EmergencyTexts
{
    /// <summary>The reasons to choose from.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } =
    [
        .. Enum.GetValues<EmergencyReason>().Select(reason => new Choice(reason.ToString(), reason.Dutch(), Hint(reason))),
    ];

    /// <summary>What a reason is called.</summary>
    public static string Dutch(this EmergencyReason reason) => reason switch
    {
        EmergencyReason.Acute => "Acute situatie",
        EmergencyReason.OutOfHours => "Dienst op de huisartsenpost",
        EmergencyReason.StandIn => "Waarneming zonder machtiging",
        EmergencyReason.Other => "Anders",
    };

    /// <summary>The faults with the names of the form's fields, in the order of the form.</summary>
    internal static IReadOnlyList<FormFault> Faults(IEnumerable<EmergencyFault> faults, int minimum) =>
        [.. faults.Select(fault => new FormFault("Form." + Field(fault), Text(fault, minimum)))];

    /// <summary>What is wrong with own words, and how to mend it.</summary>
    internal static string Text(EmergencyFault fault, int minimum) => fault switch
    {
        EmergencyFault.IdentityMissing => "Vul het BSN in, of de achternaam en de postcode.",
        EmergencyFault.BsnWrong => "Dit BSN klopt niet. Controleer de 9 cijfers.",
        EmergencyFault.BirthDateWrong => "Deze geboortedatum klopt niet. Vul dag, maand en jaar in.",
        EmergencyFault.SurnameMissing => "Vul de achternaam in.",
        EmergencyFault.PostcodeWrong => "Deze postcode klopt niet. Schrijf 4 cijfers en 2 letters.",
        EmergencyFault.ReasonMissing => "Kies een reden.",
        EmergencyFault.WordsTooShort => FormattableString.Invariant($"Schrijf een toelichting van minstens {minimum} tekens."),
        EmergencyFault.WordsEmpty => "Schrijf in een hele zin wat er aan de hand is.",
        EmergencyFault.WordsRepeated => "Dit is dezelfde toelichting als de vorige keer. Schrijf wat er nu aan de hand is.",
        EmergencyFault.WordsTooLong => "Deze toelichting is te lang. Schrijf hooguit 2000 tekens.",
        EmergencyFault.NotTreating => "Vink aan dat je deze patiënt nu behandelt.",
    };

    private static string Field(EmergencyFault fault) => fault switch
    {
        EmergencyFault.IdentityMissing or EmergencyFault.BsnWrong => nameof(EmergencyForm.Bsn),
        EmergencyFault.BirthDateWrong => nameof(EmergencyForm.Day),
        EmergencyFault.SurnameMissing => nameof(EmergencyForm.Surname),
        EmergencyFault.PostcodeWrong => nameof(EmergencyForm.Postcode),
        EmergencyFault.ReasonMissing => nameof(EmergencyForm.Reason),
        EmergencyFault.WordsTooShort or EmergencyFault.WordsEmpty or EmergencyFault.WordsRepeated or EmergencyFault.WordsTooLong => nameof(EmergencyForm.Words),
        EmergencyFault.NotTreating => nameof(EmergencyForm.IsTreating),
    };

    private static string Hint(EmergencyReason reason) => reason switch
    {
        EmergencyReason.Acute => "Direct gevaar voor de patiënt, uitstel kan niet",
        EmergencyReason.OutOfHours => "Avond, nacht of weekend",
        EmergencyReason.StandIn => "Vraag daarna een machtiging aan bij je collega",
        EmergencyReason.Other => "Leg dit hieronder uit",
    };
}
