namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>How far the index follows the trail of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Sent">Every record up to this sequence is in the index or set aside.</param>
/// <param name="Waiting">Records that are not, when it was last looked.</param>
/// <param name="OldestWaiting">When the first of these happened; null when there are none.</param>
/// <param name="Parked">Records set aside.</param>
/// <param name="Fault">What went wrong in the last round, or null.</param>
public sealed record ShippingHealth(string Node, long Sent, long Waiting, DateTimeOffset? OldestWaiting, long Parked, ShippingFault? Fault);
