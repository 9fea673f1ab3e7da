namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The answer to "may she open this patient?": a decision, and a grant only when it says so.</summary>
public sealed record PatientAccess(AccessDecision Decision, PatientGrant? Grant)
{
    /// <summary>Refused, as so often before in a short time: looks like trying (H077).</summary>
    public bool IsTooOften { get; init; }
}
