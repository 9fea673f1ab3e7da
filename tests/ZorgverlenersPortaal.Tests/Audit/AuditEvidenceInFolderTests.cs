namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditEvidenceInFolderTests : EvidenceContract
{
    protected override string Records => "record";

    protected override TrailRig NewTrail() => new TrailFolder();
}
