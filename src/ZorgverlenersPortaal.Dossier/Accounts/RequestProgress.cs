namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How far a request is, for who holds its reference.</summary>
/// <param name="IsTooMany">Too many tries from this address; nothing was looked at.</param>
/// <param name="Status">Null when no request has this reference.</param>
/// <param name="Received">When it came in.</param>
/// <param name="Note">The office's question, or its reason for refusing.</param>
/// <param name="MayTakeBlockCode">Approved, and the block code was not shown yet.</param>
public sealed record RequestProgress(bool IsTooMany, RequestStatus? Status, DateTimeOffset? Received, string? Note, bool MayTakeBlockCode);
