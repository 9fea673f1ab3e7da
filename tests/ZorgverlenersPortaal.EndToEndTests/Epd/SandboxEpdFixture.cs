using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The sandbox hospital with the same fixtures and nobody else.</summary>
public sealed class SandboxEpdFixture : EpdContractFixture
{
    private Hospital? _hospital;

    public override Uri Fhir => _hospital!.Fhir;

    protected override async Task StartEpdAsync() =>
        _hospital = await Hospital.StartAsync("--no-synthetic", "--data", Path.Combine(Checkout.Shared("epd")!, "fixtures"));

    protected override async Task StopEpdAsync() => await _hospital!.DisposeAsync();

    protected override Uri WriteAddress(JsonObject resource) => new(Fhir, "/_sandbox/resources");
}
