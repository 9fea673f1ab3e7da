using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One request as the scripted EPD received it.</summary>
/// <param name="Method">GET, POST, ...</param>
/// <param name="Path">Relative to the base: <c>Patient/p1</c>, <c>Condition</c>, <c>Patient/_search</c>.</param>
/// <param name="Query">As sent, with its question mark; empty when there is none.</param>
/// <param name="Headers">Every header.</param>
/// <param name="Body">The body as text.</param>
public sealed record AskedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Method, path and decoded query on one line, for asserting on the whole conversation.</summary>
    public string Line => $"{Method} {Path}{Uri.UnescapeDataString(Query)}";

    /// <summary>The address as it went over the line, still encoded.</summary>
    public string Address => Path + Query;

    /// <summary>The resource type asked for.</summary>
    public string Type => Path.Split('/')[0];

    /// <summary>The id of a read; null for a search.</summary>
    public string? Id => Path.Split('/') is [_, var id] && id != "_search" ? id : null;

    /// <summary>Parameters of the search, from the address and from the form.</summary>
    public IReadOnlyDictionary<string, StringValues> Parameters =>
        QueryHelpers.ParseQuery(Query).Concat(QueryHelpers.ParseQuery(Body)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>One parameter, or null.</summary>
    public string? this[string name] => Parameters.TryGetValue(name, out var value) ? value.ToString() : null;
}
