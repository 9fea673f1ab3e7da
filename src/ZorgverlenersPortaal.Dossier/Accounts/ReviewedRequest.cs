namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A request with what was found about it just now.</summary>
/// <param name="Request">The request.</param>
/// <param name="Conflicts">What the office must look at; empty: nothing was found.</param>
public sealed record ReviewedRequest(AccountRequest Request, IReadOnlyList<RequestConflict> Conflicts);
