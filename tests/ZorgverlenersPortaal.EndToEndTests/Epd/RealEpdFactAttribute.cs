using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>A test against a FHIR R4 server that nobody of this project wrote; it stands beside the project on some machines.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealEpdFactAttribute : FactAttribute
{
    public RealEpdFactAttribute() => Skip = Checkout.Shared("epd") is null ? "not run: there is no ../shared/epd" : null;
}
