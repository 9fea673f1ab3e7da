namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>One hostile use of an address.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query as sent.</param>
/// <param name="Headers">What is sent along.</param>
public sealed record HostileLook(HttpMethod Method, string Path, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>For the message of a test that fails.</summary>
    public override string ToString() => $"{Method} {Path} [{string.Join(", ", Headers.Select(h => $"{h.Name}: {h.Value}"))}]";
}
