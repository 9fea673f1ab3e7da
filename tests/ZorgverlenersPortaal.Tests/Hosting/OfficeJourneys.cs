namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The tests that share one portal with an office; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeJourneys : ICollectionFixture<OfficeFixture>
{
    public const string Name = "Office";
}
