namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The tests that share a portal with Dezi; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DeziJourneys : ICollectionFixture<DeziFixture>
{
    public const string Name = "Dezi";
}
