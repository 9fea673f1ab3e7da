using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Remembered;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class PinBookInPostgreSqlTests(PostgreSqlServer server) : PinBookTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
