using ZorgverlenersPortaal.Tests.Audit.PostgreSql;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

[Collection(PostgreSqlJourneys.Name)]
public sealed class ShippingInPostgreSqlTests(PostgreSqlServer server) : ShippingContract
{
    protected override TrailRig NewTrail() => new TrailDatabase(server);
}
