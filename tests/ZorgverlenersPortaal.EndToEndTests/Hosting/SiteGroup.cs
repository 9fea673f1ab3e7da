namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>The tests that share one hospital and one portal.</summary>
[CollectionDefinition(Site.Shared)]
public sealed class SiteGroup : ICollectionFixture<Site>;
