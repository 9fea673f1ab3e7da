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

    /// <summary>How many are left out here because they are older than those in <see cref="Items"/>; on the page of the record they are not.</summary>
    public int More { get; init; }

    /// <summary>Only the newest, for a summary: what is left out is counted.</summary>
    internal ConclusionList Newest(int count) =>
        count >= Items.Count ? this : this with { Items = [.. Items.Take(count)], More = Items.Count - count };

    internal IEnumerable<string> References => Items.SelectMany(i => i.Letter?.Earlier.Select(e => e.Source).Prepend(i.Source) ?? [i.Source]);
}
