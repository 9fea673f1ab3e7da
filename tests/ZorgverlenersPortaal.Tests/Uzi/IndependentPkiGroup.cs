namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>The classes that share one <see cref="IndependentPki"/>.</summary>
[CollectionDefinition(IndependentPki.Collection)]
public sealed class IndependentPkiGroup : ICollectionFixture<IndependentPki>;
