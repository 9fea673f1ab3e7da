namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>One value of a series, as written, with the source's own marks and status.</summary>
public sealed record TrendPoint(string Source, WrittenDate At, ResultValue Value, IReadOnlyList<ResultFlag> Flags, ResultStatus Status)
{
    /// <summary>Its own reference ranges: they may differ from those of another value.</summary>
    public IReadOnlyList<ResultRange> Ranges { get; init; } = [];
}
