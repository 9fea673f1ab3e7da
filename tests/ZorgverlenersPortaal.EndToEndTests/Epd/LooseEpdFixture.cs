namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The real server as many hospitals have theirs: it ignores what it does not know, and its next links are sealed.</summary>
public sealed class LooseEpdFixture : RealEpdFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["EPD_OPAQUE_PAGING"] = "1", ["EPD_HANDLING"] = "lenient" };
}
