namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditSearchInFolderTests : TrailSearchContract
{
    protected override TrailRig NewTrail() => new TrailFolder();
}
