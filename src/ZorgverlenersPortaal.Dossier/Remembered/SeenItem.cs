namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>One thing on a page that can be new.</summary>
/// <param name="Id">The same for all its versions.</param>
/// <param name="Version">Another one for each.</param>
public sealed record SeenItem(string Id, string Version)
{
    /// <summary>Ids of what it came in the place of: who saw one of those reads "Gewijzigd", not "Nieuw".</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Says nothing of a patient by accident (R6).</summary>
    public override string ToString() => nameof(SeenItem);
}
