namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class SegmentedTrailContractTests : TrailContract
{
    protected override TrailRig NewTrail() => new SegmentedFolder();
}
