using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

public sealed class SecurityTextTests
{
    [Fact]
    public async Task Get_ContactIsSet_TellsAnyoneAndHowLongItHolds()
    {
        await using var epd = await ScriptedEpd.StartAsync();
        await using var portal = await PortalHost.StartAsync(epd.Base, ("Portal:SecurityContact", "mailto:beveiliging@ziekenhuis.example"));
        using var anyone = portal.Client(null);
        var answer = await anyone.GetAsync("/.well-known/security.txt");
        Assert.Equal((200, "text/plain; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        var lines = answer.Text.Split('\n');
        Assert.Equal("Contact: mailto:beveiliging@ziekenhuis.example", lines[0]);
        var expires = DateTimeOffset.Parse(lines[1]["Expires: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires, portal.Clock.GetUtcNow().AddDays(1), portal.Clock.GetUtcNow().AddYears(1));
    }

    [Fact]
    public async Task Get_NobodyIsSet_Is404()
    {
        await using var epd = await ScriptedEpd.StartAsync();
        await using var portal = await PortalHost.StartAsync(epd.Base);
        using var anyone = portal.Client(null);
        Assert.Equal(404, (await anyone.GetAsync("/.well-known/security.txt")).Status);
    }
}
