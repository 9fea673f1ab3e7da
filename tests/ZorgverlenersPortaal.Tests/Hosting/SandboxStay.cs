namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A stay; <paramref name="End"/> is empty while it lasts or when nobody wrote it.</summary>
public sealed record SandboxStay(string Id, string Status, string State, string Start, string End);
