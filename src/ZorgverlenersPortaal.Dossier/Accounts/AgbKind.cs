namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// What the first two digits of an AGB code tell (COD016-VEKT; uzi.md §3.1). A GP and a GP practice both have 01: person and
/// practice cannot be told apart by the code.
/// </summary>
public enum AgbKind
{
    /// <summary>Doctors, or a GP practice.</summary>
    Doctor,

    /// <summary>Persons of other professions.</summary>
    OtherProfession,

    /// <summary>Institutions and firms only.</summary>
    Organisation,

    /// <summary>Not in the list.</summary>
    Unknown,
}
