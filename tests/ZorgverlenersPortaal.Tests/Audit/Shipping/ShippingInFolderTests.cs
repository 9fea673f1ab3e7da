namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

public sealed class ShippingInFolderTests : ShippingContract
{
    protected override TrailRig NewTrail() => new TrailFolder();
}
