namespace ZorgverlenersPortaal.Dossier.Sections.Conclusions;

/// <summary>Conclusions and policy, and what is not shown of them.</summary>
public sealed record ConclusionList
{
    /// <summary>Newest first, those that were replaced last.</summary>
    public required IReadOnlyList<Conclusion> Items { get; init; }

    /// <summary>Withheld for their label; to be announced (R7).</summary>
    public int Withheld { get; init; }

    /// <summary>Documents from before the first day of which letters are shown; to be announced.</summary>
    public int Older { get; init; }

    /// <summary>Dutch: where to ask for what is not shown.</summary>
    public string AskAt { get; init; } = "";

    internal IEnumerable<string> References => Items.SelectMany(i => i.Letter?.Earlier.Select(e => e.Source).Prepend(i.Source) ?? [i.Source]);
}
