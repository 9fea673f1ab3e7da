namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>A record on its way.</summary>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="Hash">Its hash, as stored.</param>
/// <param name="Time">When it happened; null when its payload cannot be read.</param>
/// <param name="Id">Its id in the index.</param>
/// <param name="Lines">Its two lines of a bulk request, each with its end; empty when its payload cannot be read.</param>
internal sealed record ShippingItem(long Sequence, byte[] Hash, DateTimeOffset? Time, string Id, ReadOnlyMemory<byte> Lines);
