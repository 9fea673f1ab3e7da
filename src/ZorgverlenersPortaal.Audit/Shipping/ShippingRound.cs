namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What one request brought.</summary>
public sealed record ShippingRound
{
    /// <summary>The node whose records they are.</summary>
    public required string Node { get; init; }

    /// <summary>Records that are in the index by this request.</summary>
    public int Stored { get; init; }

    /// <summary>Records that were there already: an earlier answer was lost.</summary>
    public int AlreadyThere { get; init; }

    /// <summary>Records set aside in this round.</summary>
    public IReadOnlyList<ParkedRecord> Parked { get; init; } = [];

    /// <summary>What went wrong, or null.</summary>
    public ShippingFault? Fault { get; init; }

    /// <summary>There may be more to send at once.</summary>
    public bool HasMore { get; init; }
}
