using Xunit.Abstractions;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>Puts the collection named <see cref="Last"/> at the end; the others keep their order.</summary>
public sealed class LastCollectionOrderer : ITestCollectionOrderer
{
    /// <summary>Name of the collection that judges what all others left.</summary>
    public const string Last = "Last";

    /// <inheritdoc />
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == Last);
}
