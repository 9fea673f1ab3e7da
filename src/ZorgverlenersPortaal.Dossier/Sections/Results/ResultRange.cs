namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A reference range as the source wrote it.</summary>
/// <param name="Text">Limits with unit, the source's text, or both.</param>
/// <param name="For">For whom or what it holds (sex, age, kind of range), when the source says so.</param>
public sealed record ResultRange(string Text, string? For)
{
    /// <summary>Its limits as numbers of one unit, where the source gave those.</summary>
    public RangeLimits? Limits { get; init; }
}
