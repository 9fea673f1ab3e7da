using ZorgverlenersPortaal.Portal.Authentication.Dezi;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>Two nodes and a real Redis: a visit starts at one and ends at the other, once.</summary>
[Collection(RealServers.Name)]
public sealed class DeziTwoNodesTests(SandboxFixture fixture)
{
    [ServerFact("redis-server")]
    public async Task Return_AtTheOtherNode_SignsInOnceForBoth()
    {
        await using var issuer = await TestDeziIssuer.StartAsync();
        var folder = PortalHost.MakeFolder();
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address, issuer.SettingsIn(folder));
        using var atA = nodes.A.Client(null);
        var back = await issuer.VisitAsync((await atA.GetAsync("/inloggen/dezi")).Location!);
        using var atB = new PortalClient(nodes.B.Address, null, atA.Cookies);
        await DeziAssert.SignedInAsync(atB, await atB.GetAsync(back));
        Assert.Equal("/patienten", (await atA.GetAsync("/")).Location);

        using var thief = nodes.A.Client(null);
        DeziAssert.Refused(nodes.A, thief, await thief.GetAsync(back), DeziRefusal.StateUnknown);
        Directory.Delete(folder, recursive: true);
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisGoneBetweenLeavingAndReturning_NobodyIsLetIn()
    {
        await using var issuer = await TestDeziIssuer.StartAsync();
        var folder = PortalHost.MakeFolder();
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address, issuer.SettingsIn(folder));
        using var client = nodes.A.Client(null);
        var back = await issuer.VisitAsync((await client.GetAsync("/inloggen/dezi")).Location!);
        nodes.Redis.Kill();
        foreach (var path in (string[])[back, "/inloggen/dezi"])
        {
            var answer = await client.GetAsync(path);
            Assert.Equal((503, "ZVP-X03"), (answer.Status, answer.Code));
            Assert.Null(client.SessionCookie);
        }
        Directory.Delete(folder, recursive: true);
    }
}
