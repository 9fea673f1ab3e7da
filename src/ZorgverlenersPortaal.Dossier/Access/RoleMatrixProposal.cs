namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What one administrator proposes.</summary>
/// <param name="BasedOn">Number of the version the page showed; another one approved since makes the proposal out of date.</param>
/// <param name="Open">Every cell that is to be open.</param>
/// <param name="Day">First day on which it holds, in the hospital's time zone; today means at approval.</param>
/// <param name="Reason">Why, at most 500 characters.</param>
public sealed record RoleMatrixProposal(int BasedOn, IReadOnlyCollection<RoleMatrixCell> Open, DateOnly Day, string Reason);
