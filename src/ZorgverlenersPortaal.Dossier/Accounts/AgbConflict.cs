namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>UZI number and AGB code that do not agree.</summary>
/// <param name="Kind">What does not agree.</param>
/// <param name="Agb">The code of the account.</param>
/// <param name="CardAgb">The code on the card, where that is what differs.</param>
/// <param name="UziNumbers">The accounts concerned.</param>
/// <param name="Time">When the card was shown, where that is what differs.</param>
public sealed record AgbConflict(AgbConflictKind Kind, string? Agb, string? CardAgb, IReadOnlyList<string> UziNumbers, DateTimeOffset? Time);
