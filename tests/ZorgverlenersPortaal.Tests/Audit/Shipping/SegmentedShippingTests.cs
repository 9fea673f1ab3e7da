namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

public sealed class SegmentedShippingTests : ShippingContract
{
    protected override TrailRig NewTrail() => new SegmentedFolder();
}
