namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The contract against a FHIR R4 server that nobody of this project wrote.</summary>
public sealed class RealEpdTests(RealEpdFixture fixture) : EpdContract(fixture), IClassFixture<RealEpdFixture>;
