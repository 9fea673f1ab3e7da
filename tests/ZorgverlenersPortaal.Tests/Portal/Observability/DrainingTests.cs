using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Observability;

/// <summary>A portal of its own, because it stops.</summary>
public sealed class DrainingTests
{
    [Fact]
    public async Task Stopping_WithTimeToDrain_SaysItIsNotReadyAndServesUntilThen()
    {
        await using var epd = await ScriptedEpd.StartAsync();
        await using var portal = await PortalHost.StartAsync(epd.Base, ("Portal:DrainSeconds", "20"));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        using var balancer = portal.Client(null);
        Assert.Equal(200, (await balancer.GetAsync("/health/ready")).Status);

        var stopped = portal.StopAsync();

        var answer = await balancer.GetAsync("/health/ready");
        Assert.Equal((503, "stopping"), (answer.Status, (string?)JsonNode.Parse(answer.Text)!["status"]));
        Assert.Equal(200, (await balancer.GetAsync("/health/live")).Status);
        // A new connection as well: the balancer has not asked yet.
        using var another = portal.Client(null);
        Assert.Equal(200, (await another.GetAsync("/health/live")).Status);
        Assert.Equal(200, (await doctor.GetAsync("/sessies")).Status);
        Assert.False(stopped.IsCompleted);

        portal.Clock.Advance(TimeSpan.FromSeconds(20));
        await stopped;
        using var late = portal.Client(null);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => late.GetAsync("/health/live"));
    }
}
