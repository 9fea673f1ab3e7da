namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>A search as it was understood.</summary>
internal sealed class SearchPlan(string type)
{
    public const int DefaultCount = 50;
    public const int LargestCount = 200;

    public string Type { get; } = type;

    public List<Criterion> Criteria { get; } = [];

    public List<IncludeRule> Includes { get; } = [];

    /// <summary>Sort keys in order; true sorts downwards.</summary>
    public List<(string Parameter, bool Descending)> Sorts { get; } = [];

    /// <summary>What was honoured, as asked: the query of the self link.</summary>
    public List<KeyValuePair<string, string>> Honoured { get; } = [];

    /// <summary>The names that were not understood; under strict handling they refuse the search.</summary>
    public List<string> Unknown { get; } = [];

    public int Count { get; set; } = DefaultCount;

    /// <summary>Only the total is asked (_summary=count or _count=0).</summary>
    public bool TotalOnly { get; set; }
}
