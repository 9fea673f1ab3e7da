using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Commands;

/// <summary>ops/smoke against a portal it did not start.</summary>
[Collection(Site.Shared)]
public sealed class SmokeTests(Site site)
{
    private static readonly string _smoke = Path.Combine(Checkout.Root, "ops", "smoke");

    [Fact]
    public async Task Smoke_AgainstARunningPortal_DoesTheMainJob()
    {
        var said = await RunAsync("huisarts", expected: 0);
        Assert.Equal("SMOKE OK", said.Last());
        Assert.Contains(said, line => line.StartsWith("letter ", StringComparison.Ordinal) && line.EndsWith("bytes, PDF", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("refused ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Smoke_WithACardNobodyKnows_SaysWhyAndFails()
    {
        var said = await RunAsync("onbekend", expected: 1);
        Assert.Equal("SMOKE FAILED: sign-in answered 403, expected 200: Je pas is niet bekend in het portaal", said.Last());
    }

    private Task<IReadOnlyCollection<string>> RunAsync(string card, int expected) => RunningProgram.RunAsync(
        "ops/smoke",
        "bash",
        [
            _smoke, "--portal", site.Portal.Origin.AbsoluteUri, "--card", site.Portal.Pki.File($"{card}.p12"),
            "--ca", site.Portal.Pki.File("web-ca.crt"),
        ],
        new Dictionary<string, string?> { ["CARD_PASSWORD"] = DevelopmentPki.Password },
        expected);
}
