namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The contract against the same server with sealed next links, ignoring what it does not know.</summary>
public sealed class LooseEpdTests(LooseEpdFixture fixture) : EpdContract(fixture), IClassFixture<LooseEpdFixture>;
