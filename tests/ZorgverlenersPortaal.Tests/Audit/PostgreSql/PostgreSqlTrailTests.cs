using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlTrailTests(PostgreSqlServer server) : TrailContract
{
    protected override TrailRig NewTrail() => new TrailDatabase(server);
}
