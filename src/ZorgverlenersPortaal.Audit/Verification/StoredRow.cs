namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>The chained columns of one stored record.</summary>
internal sealed record StoredRow(long Sequence, byte[] Payload, byte[] Previous, byte[] Hash);
