namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class SegmentedSearchTests : TrailSearchContract
{
    protected override TrailRig NewTrail() => new SegmentedFolder();
}
