namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How UZI numbers and AGB codes can disagree.</summary>
public enum AgbConflictKind
{
    /// <summary>Two accounts have one personal AGB code.</summary>
    OneAgbOfTwoPersons,

    /// <summary>A card carries another AGB code than its account; its holder was refused.</summary>
    CardCarriesAnotherAgb,

    /// <summary>The personal code of one account is the practice code of another.</summary>
    PersonalAgbIsAPractice,
}
