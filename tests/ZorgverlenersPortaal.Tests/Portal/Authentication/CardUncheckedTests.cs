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
}
