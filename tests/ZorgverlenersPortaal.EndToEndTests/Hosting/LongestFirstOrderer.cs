using Xunit.Abstractions;
using ZorgverlenersPortaal.EndToEndTests.Journeys;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>Starts the collections that take longest first, so that none of them is left over when the others are done; the rest keep their order.</summary>
public sealed class LongestFirstOrderer : ITestCollectionOrderer
{
    private static readonly string[] _longest =
        [nameof(SessionJourneyTests), nameof(LiveListTests), nameof(OfficeJourneyTests), Site.Shared];

    /// <inheritdoc />
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Place(collection.DisplayName));

    private static int Place(string collection)
    {
        var place = Array.FindIndex(_longest, name => collection.EndsWith(name, StringComparison.Ordinal));
        return place < 0 ? _longest.Length : place;
    }
}
