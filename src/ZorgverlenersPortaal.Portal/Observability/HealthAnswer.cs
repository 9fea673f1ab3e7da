namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Status">"ready", "degraded" or "unready".</param>
/// <param name="Trail">"ok" or "down".</param>
/// <param name="Epd">"ok", "slow" or "down".</param>
/// <param name="EpdAccess">"ok", "incomplete" (scopes are missing) or "refused" (no token).</param>
internal sealed record HealthAnswer(string Status, string Trail, string Epd, string EpdAccess);
