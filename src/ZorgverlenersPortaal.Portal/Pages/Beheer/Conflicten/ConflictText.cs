using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Conflicten;

/// <summary>The words for a conflict of numbers (R9). Dutch.</summary>
public static class ConflictText
{
    /// <summary>What does not agree.</summary>
    public static string Of(AgbConflictKind kind) => kind switch
    {
        AgbConflictKind.OneAgbOfTwoPersons => "Twee accounts met dezelfde AGB-code",
        AgbConflictKind.CardCarriesAnotherAgb => "Op de pas staat een andere AGB-code. Inloggen is geweigerd.",
        AgbConflictKind.PersonalAgbIsAPractice => "De persoonlijke AGB-code is bij een ander account de code van de praktijk",
    };
}
