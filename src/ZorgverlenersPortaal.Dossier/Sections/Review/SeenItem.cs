namespace ZorgverlenersPortaal.Dossier.Sections.Review;

/// <summary>One version as an officer sees it again: plain, so that what was shown can be recognised.</summary>
/// <param name="Reference">Which, as <c>Type/id/version</c>.</param>
/// <param name="Title">What it says in the first place, in the EPD's words; or that it cannot be shown safely.</param>
/// <param name="Facts">What else it says, with Dutch names.</param>
public sealed record SeenItem(string Reference, string Title, IReadOnlyList<(string Name, string Value)> Facts)
{
    /// <summary>When the EPD stored this version; null when it does not say.</summary>
    public DateTimeOffset? Stored { get; init; }
}
