namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// A search that cannot be answered (400): an unknown parameter under strict handling, a bad value or modifier.
/// </summary>
internal sealed class SearchFaultException(IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    public SearchFaultException(string problem)
        : this([problem]) { }

    public IReadOnlyList<string> Problems { get; } = problems;
}
