namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>
/// The tests that share one hospital and one portal, and run one after the other. Other classes have a hospital, or a site, of their
/// own and run beside them: on one portal they would end each other's sessions.
/// </summary>
[CollectionDefinition(Site.Shared)]
public sealed class SiteGroup : ICollectionFixture<Site>;
