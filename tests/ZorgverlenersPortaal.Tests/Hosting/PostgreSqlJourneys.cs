namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The tests that share one PostgreSQL; they run one after the other, so that one may also kill it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlJourneys : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSql";
}
