using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Accounts;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class AccountImportInPostgreSqlTests(PostgreSqlServer server) : AccountImportTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
