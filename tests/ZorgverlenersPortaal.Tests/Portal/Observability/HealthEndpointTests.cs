using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Observability;

/// <summary>A portal of its own, because its EPD goes down.</summary>
public sealed class HealthEndpointTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Ready_AllWell_SaysSoToAnyoneAndKeepsNothing()
    {
        using var anyone = _portal.Client(null);
        var answer = await anyone.GetAsync("/health/ready");

        Assert.Equal((200, "no-store"), (answer.Status, answer.Header("Cache-Control")));
        Assert.Equal("""{"status":"ready","trail":"ok","epd":"ok","epdAccess":"ok"}""", answer.Text);
    }

    [Fact]
    public async Task Live_TrailCannotBeWrittenAndEpdDown_StillAnswersAnyone()
    {
        using var anyone = _portal.Client(null);
        await BreakAsync();
        using var broken = _portal.BreakTrail();
        Assert.Equal((200, """{"status":"live"}"""), ((await anyone.GetAsync("/health/live")).Status, (await anyone.GetAsync("/health/live")).Text));
    }

    [Fact]
    public async Task Ready_EpdDown_IsDegradedWithoutDetailsAndThePagesSaySo()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        await BreakAsync();
        using var anyone = _portal.Client(null);

        var answer = await anyone.GetAsync("/health/ready");
        Assert.Equal(200, answer.Status);
        Assert.Equal("degraded,down", $"{JsonNode.Parse(answer.Text)!["status"]},{JsonNode.Parse(answer.Text)!["epd"]}");

        var page = await doctor.GetAsync("/sessies");
        Assert.Equal(200, page.Status);
        Assert.Contains("Het EPD is niet bereikbaar sinds ", page.Text, StringComparison.Ordinal);
        Assert.Equal("503 ZVP-E01", $"{(await doctor.GetAsync("/patienten")).Status} {(await doctor.GetAsync("/patienten")).Code}");
    }

    [Fact]
    public async Task Ready_EpdSlow_IsDegradedAndThePagesSaySo()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        var health = _portal.Services.GetRequiredService<EpdHealth>();
        for (var i = 0; i < 3; i++)
        {
            health.Answered(TimeSpan.FromSeconds(2));
        }

        using var anyone = _portal.Client(null);
        Assert.Contains("\"epd\":\"slow\"", (await anyone.GetAsync("/health/ready")).Text, StringComparison.Ordinal);
        Assert.Contains("Het EPD antwoordt traag", (await doctor.GetAsync("/sessies")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Het EPD antwoordt traag", (await anyone.GetAsync("/help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_ScopesMissing_IsDegradedWithoutTheirNames()
    {
        var health = _portal.Services.GetRequiredService<EpdHealth>();
        health.Granted(["system/Consent.rs"]);
        using var anyone = _portal.Client(null);

        var answer = (await anyone.GetAsync("/health/ready")).Text;
        Assert.Contains("\"epdAccess\":\"incomplete\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Consent", answer, StringComparison.Ordinal);
        Assert.Contains(_portal.Log.Lines, line => line.Contains("system/Consent.rs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublicKeys_WithoutKeys_AreNotThere()
    {
        using var anyone = _portal.Client(null);

        Assert.Equal(404, (await anyone.GetAsync("/.well-known/jwks.json")).Status);
    }

    private async Task BreakAsync()
    {
        _epd.On(_ => true, ScriptedAnswer.Status(500));
        var connection = _portal.Services.GetRequiredService<EpdConnection>();
        // Reading the capabilities at start may be one of the failures that open the breaker.
        while (connection.Health.Condition.State != EpdState.Down)
        {
            try
            {
                using var answer = await connection.Letters.SendAsync(new(HttpMethod.Get, new Uri(_epd.Base + "/Binary/1")), default);
            }
            catch (EpdException)
            {
                // That failure opened it just before.
            }
        }
    }
}
