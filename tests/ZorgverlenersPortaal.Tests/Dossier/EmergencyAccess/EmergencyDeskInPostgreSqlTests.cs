using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.EmergencyAccess;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class EmergencyDeskInPostgreSqlTests(PostgreSqlServer server) : EmergencyDeskTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
