namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What the sandbox was asked.</summary>
public sealed record SandboxRequest(string Method, string Path, string? Form, IReadOnlyDictionary<string, string> Headers, int Status);
