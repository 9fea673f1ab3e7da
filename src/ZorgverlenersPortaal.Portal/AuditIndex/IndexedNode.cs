using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Portal.AuditIndex;

/// <summary>One node of the trail on its way to the index, and since when it cannot go on.</summary>
internal sealed class IndexedNode(TrailShipper shipper, TimeSpan limit)
{
    private long _faultSince = long.MaxValue;

    public TrailShipper Shipper { get; } = shipper;

    /// <summary>The alarm has been given.</summary>
    public bool IsAlarmed { get; set; }

    /// <summary>The fault that was logged last.</summary>
    public string? Told { get; set; }

    /// <summary>How long the first waiting record has waited.</summary>
    public TimeSpan Lag(DateTimeOffset now) =>
        Shipper.Health.OldestWaiting is { } oldest && now > oldest ? now - oldest : TimeSpan.Zero;

    /// <summary>What <c>/health/ready</c> says of it.</summary>
    public IndexState State(DateTimeOffset now) =>
        Lag(now) > limit || now.UtcTicks - Volatile.Read(ref _faultSince) > limit.Ticks ? IndexState.Behind
        : Shipper.Health.Parked > 0 ? IndexState.Parked
        : Shipper.Health.Fault is not null ? IndexState.Waiting
        : IndexState.Ok;

    public void Saw(ShippingRound round, DateTimeOffset now) =>
        Volatile.Write(ref _faultSince, round.Fault is null ? long.MaxValue : Math.Min(_faultSince, now.UtcTicks));
}
