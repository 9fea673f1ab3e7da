namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What a request brought: an answer for each document, or a reason why there is none.</summary>
internal sealed record BulkAnswer
{
    private BulkAnswer()
    {
    }

    /// <summary>In the order they were sent; null when there is no answer for each.</summary>
    public IReadOnlyList<BulkItem>? Items { get; private init; }

    /// <summary>413: fewer must go at once.</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>Why all is sent again, later.</summary>
    public ShippingFault? Fault { get; private init; }

    public static BulkAnswer TooLarge { get; } = new() { IsTooLarge = true };

    public static BulkAnswer Of(IReadOnlyList<BulkItem> items) => new() { Items = items };

    public static BulkAnswer Failed(ShippingFaultKind kind, string text) => new() { Fault = new(kind, text) };
}
