namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>A search for one person.</summary>
/// <param name="Place">Its record.</param>
/// <param name="PatientId">Who was found; null for nobody.</param>
public sealed record Search(ZorgverlenersPortaal.Audit.AuditPlace Place, string? PatientId);
