namespace ZorgverlenersPortaal.Dossier;

/// <summary>A doctor with an active account, as judged at sign-in and read again at every request.</summary>
/// <param name="UziNumber">9 digits; identifies the person, whatever the card (uzi.md §1.6).</param>
/// <param name="Name">For display only; never matched on.</param>
/// <param name="Role">The kind of doctor.</param>
/// <param name="RoleCode">UZI role code of the card, e.g. 01.015.</param>
/// <param name="Agb">The personal AGB code that the office entered; null matches no patient.</param>
/// <param name="Ura">Subscriber number of the card.</param>
/// <param name="PracticeName">Practice as the office entered it.</param>
public sealed record CareProvider(
    string UziNumber, string Name, CareRole Role, string RoleCode, AgbCode? Agb, string Ura, string? PracticeName)
{
    /// <summary>AGB code of the practice; only the office enters it, a card never says it.</summary>
    public AgbCode? PracticeAgb { get; init; }
}
