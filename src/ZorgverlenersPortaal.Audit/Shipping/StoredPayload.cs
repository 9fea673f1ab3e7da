namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>A committed record as its bytes stand in the trail, read or not.</summary>
internal sealed record StoredPayload(long Sequence, byte[] Payload, byte[] Hash);
