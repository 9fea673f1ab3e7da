using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The real FHIR R4 server as it comes: strict, pages by number.</summary>
public class RealEpdFixture : EpdContractFixture
{
    private RealEpd? _epd;

    public override Uri Fhir => _epd!.Fhir;

    protected override async Task StartEpdAsync() => _epd = await RealEpd.StartAsync(Settings);

    protected override async Task StopEpdAsync() => await _epd!.DisposeAsync();

    protected override Uri WriteAddress(JsonObject resource) => new($"{Fhir}/{resource["resourceType"]}/{resource["id"]}");

    /// <summary>EPD_… settings of its README.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();
}
