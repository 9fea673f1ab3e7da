using System.Text.Json.Serialization;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Status">"ready", "degraded", "unready" or "stopping".</param>
/// <param name="Trail">"ok" or "down".</param>
/// <param name="Epd">"ok", "slow" or "down".</param>
/// <param name="EpdAccess">"ok", "incomplete" (scopes are missing) or "refused" (no token).</param>
/// <param name="Index">"ok", "waiting" (the last request failed), "parked" (records were set aside) or "behind"; absent when the trail is sent to no index.</param>
internal sealed record HealthAnswer(string Status, string Trail, string Epd, string EpdAccess, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Index);
