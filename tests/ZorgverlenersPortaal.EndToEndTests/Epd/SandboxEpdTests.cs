namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The contract against the sandbox hospital.</summary>
public sealed class SandboxEpdTests(SandboxEpdFixture fixture) : EpdContract(fixture), IClassFixture<SandboxEpdFixture>;
