namespace ZorgverlenersPortaal.Audit;

/// <summary>How far a verification is: <paramref name="Verified"/> records of this node so far.</summary>
public readonly record struct VerificationProgress(string Node, long Verified);
