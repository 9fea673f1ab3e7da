namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A delegation about to be made.</summary>
/// <param name="GiverUzi">Whose patients it covers.</param>
/// <param name="Request">Right by itself.</param>
/// <param name="Administrator">UZI number of who enters it for the office; null when the giver does.</param>
internal sealed record DelegationDraft(string GiverUzi, DelegationRequest Request, string? Administrator);
