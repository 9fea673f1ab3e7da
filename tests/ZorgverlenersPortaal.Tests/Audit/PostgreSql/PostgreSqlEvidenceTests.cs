using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlEvidenceTests(PostgreSqlServer server) : EvidenceContract
{
    protected override string Records => "audit.record";

    protected override TrailRig NewTrail() => new TrailDatabase(server);
}
