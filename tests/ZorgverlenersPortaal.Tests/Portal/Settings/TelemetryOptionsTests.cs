using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Tests.Portal.Settings;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("http://127.0.0.1:4318", true)]
    [InlineData("https://collector.ziekenhuis.example", true)]
    [InlineData("http://collector.ziekenhuis.example", false)]
    [InlineData("collector:4318", false)]
    [InlineData("https://user@collector.ziekenhuis.example", false)]
    public void Faults_AddressInProduction_MustBeSecretOrOnThisMachine(string address, bool good) =>
        Assert.Equal(good, !new TelemetryOptions { Address = address }.Faults(isProduction: true).Any());

    [Fact]
    public void Faults_EverythingWrong_AreAllNamed()
    {
        TelemetryOptions options = new() { Address = "x", TokenFile = "/nowhere", TraceShare = 2, MetricsSeconds = double.NaN };
        Assert.Equal(["Address", "TokenFile", "TraceShare", "MetricsSeconds"], options.Faults(isProduction: false).Select(fault => fault.Split([' ', ':'])[1]));
        Assert.Contains("no meaning", new TelemetryOptions { TokenFile = "/nowhere" }.Faults(isProduction: false).Single(), StringComparison.Ordinal);
    }
}
