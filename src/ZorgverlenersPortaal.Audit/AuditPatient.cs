namespace ZorgverlenersPortaal.Audit;

/// <summary>A patient the act was about. <paramref name="EpdId"/> is empty when a search by BSN found nobody.</summary>
/// <param name="EpdId">The logical id of the Patient in the EPD.</param>
/// <param name="Bsn">The BSN where it was shown or asked for; the trail is the only place that keeps it (R6).</param>
public sealed record AuditPatient(string EpdId, string? Bsn = null);
