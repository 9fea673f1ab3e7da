using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Consents;

/// <summary>The same with accounts in PostgreSQL.</summary>
[Collection(PostgreSqlJourneys.Name)]
public sealed class PatientProtectionsInPostgreSqlTests(PostgreSqlServer server) : PatientProtectionsTests
{
    protected override StorageOptions Storage => server.Storage(server.NewDatabase());
}
