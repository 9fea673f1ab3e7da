namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// One extension of a certificate, list or list entry; <paramref name="Value"/> is the inside of its OCTET STRING.
/// </summary>
internal sealed record DerExtension(bool Critical, ReadOnlyMemory<byte> Value);
