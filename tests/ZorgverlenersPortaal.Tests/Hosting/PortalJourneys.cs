namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The tests that share one portal; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PortalJourneys : ICollectionFixture<PortalFixture>
{
    public const string Name = "Portal";
}
