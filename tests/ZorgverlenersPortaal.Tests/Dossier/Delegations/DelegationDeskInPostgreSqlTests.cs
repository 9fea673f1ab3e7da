using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class DelegationDeskInPostgreSqlTests(PostgreSqlServer server) : DelegationDeskTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
