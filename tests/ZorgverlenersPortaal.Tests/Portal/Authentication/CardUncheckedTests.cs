using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>What a doctor sees when nobody can tell whether the card is revoked. A portal of its own, with its own clock.</summary>
public sealed class CardUncheckedTests
{
    [Fact]
    public async Task R8_ListsAnHourTooOld_EndTheSessionWithItsOwnText()
    {
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", ("Uzi:Revocation:MaximumAgeHours", "1"));
        using var client = await portal.SignInAsync(TestPki.Shared.Card());
        var location = "/patienten";
        for (var minutes = 0; minutes < 150 && location == "/patienten"; minutes += 14)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(14));
            location = (await client.GetAsync("/")).Location;
        }

        Assert.Equal("/inloggen?einde=CardUnchecked", location);
        Assert.Equal("CardUnchecked", portal.Trail(AuditEventType.SessionEnded)[0].Detail);
        var page = await client.GetAsync(location!);
        Assert.Contains("We kunnen nu niet controleren of je pas nog geldig is.", page.Words, StringComparison.Ordinal);
        var refused = await client.GetAsync("/inloggen");
        Assert.Equal((403, "ZVP-L11"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task R8_ListsTooOld_SignInIsRefusedAtTheLimitAndTheSessionEndsAnHourLater()
    {
        await using var responder = await LoopbackServer.StartAsync();
        await using var portal = await PortalHost.StartAsync(
            "http://127.0.0.1:9/fhir", ("Uzi:Revocation:MaximumAgeHours", "1"), ("Uzi:Revocation:Ocsp", responder.Address.AbsoluteUri));
        using var client = await portal.SignInAsync(TestPki.Shared.Card());
        var limit = TestPki.Shared.Now.AddMinutes(-1).AddHours(1); // the lists were a minute old

        async Task<string?> AtAsync(DateTimeOffset moment)
        {
            // In steps: whoever is silent for fifteen minutes is out for that.
            while (portal.Clock.GetUtcNow() < moment)
            {
                var left = moment - portal.Clock.GetUtcNow();
                portal.Clock.Advance(left < TimeSpan.FromMinutes(14) ? left : TimeSpan.FromMinutes(14));
                if (portal.Clock.GetUtcNow() < moment)
                {
                    await client.GetAsync("/");
                }
            }
            return (await client.GetAsync("/")).Location;
        }

        Assert.Equal("/patienten", await AtAsync(limit.AddMinutes(1)));
        using var newcomer = portal.Client(TestPki.Shared.Card(TestCards.Huisarts2));
        var refused = await newcomer.GetAsync("/inloggen");
        Assert.Equal((403, "ZVP-L11"), (refused.Status, refused.Code));
        Assert.NotEmpty(responder.Asked); // it was asked, and did not know
        Assert.Equal("/patienten", await AtAsync(limit.AddMinutes(59)));
        Assert.Equal("/inloggen?einde=CardUnchecked", await AtAsync(limit.AddMinutes(60.1)));
        Assert.InRange(responder.Asked.Count, 1, 4); // one question a card an hour
    }
}
