namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The answer to "may she open this patient?": a decision, and a grant only when it says so.</summary>
public sealed record PatientAccess(AccessDecision Decision, PatientGrant? Grant);
