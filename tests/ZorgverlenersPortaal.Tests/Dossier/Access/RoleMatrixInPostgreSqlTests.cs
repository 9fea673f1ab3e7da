using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class RoleMatrixInPostgreSqlTests(PostgreSqlServer server) : RoleMatrixTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
