namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditTrailInFolderTests : TrailContract
{
    protected override TrailRig NewTrail() => new TrailFolder();
}
