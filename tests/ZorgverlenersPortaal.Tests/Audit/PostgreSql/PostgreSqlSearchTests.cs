using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlSearchTests(PostgreSqlServer server) : TrailSearchContract
{
    protected override int Trials => 10;

    protected override TrailRig NewTrail() => new TrailDatabase(server);
}
