namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How a doctor wants to see her list.</summary>
/// <param name="Order">In which order.</param>
/// <param name="Scope">Which patients.</param>
public sealed record ListChoice(ListOrder Order, ListScope Scope);
