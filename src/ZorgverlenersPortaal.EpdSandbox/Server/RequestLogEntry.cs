namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// What the sandbox was asked, for tests: with the search form of a POST, which stands in no address.
/// </summary>
internal sealed record RequestLogEntry(
    string Method,
    string Path,
    string? Form,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>0 while no answer has gone out: hanging, or aborted before it did.</summary>
    public int Status { get; set; }
}
