using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication.Dezi;

/// <summary>Off unless switched on: no page, no button, no session; and a card is never let off.</summary>
[Collection(DeziJourneys.Name)]
public sealed class DeziOffTests(DeziFixture fixture)
{
    [Fact]
    public async Task Off_ByDefault_HasNoPagesAndNoButton()
    {
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");
        using var client = portal.Client(null);
        foreach (var path in (string[])["/inloggen/dezi", "/inloggen/dezi/terug?code=a&state=b"])
        {
            var answer = await client.GetAsync(path);
            Assert.Equal((404, "Niet gevonden"), (answer.Status, answer.Part("h1")));
            Assert.Null(answer.Header("Set-Cookie"));
        }
        Assert.DoesNotContain("Dezi", (await client.GetAsync("/inloggen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SwitchedOff_EndsSessionsOfDeziAndLeavesThoseOfCards()
    {
        fixture.Issuer.Script = new();
        await using var portal = await fixture.StartPortalAsync();
        using var card = TestPki.Shared.Card();
        using var withCard = await portal.SignInAsync(card);
        using var client = portal.Client(null);
        await DeziAssert.SignedInAsync(client, await fixture.SignInAsync(client, portal));
        portal.Services.GetRequiredService<DeziOptions>().Enabled = false;

        Assert.Equal((303, "/inloggen?einde=DeziOff"), (await client.GetAsync("/") is var end ? (end.Status, end.Location) : default));
        Assert.Equal("DeziOff", portal.Trail(AuditEventType.SessionEnded)[0].Detail);
        Assert.Contains("Inloggen met Dezi kan nu niet meer.", (await client.GetAsync("/inloggen?einde=DeziOff")).Words, StringComparison.Ordinal);
        Assert.Equal("/patienten", (await withCard.GetAsync("/")).Location);
    }

    [Fact]
    public async Task R8_CardSessionWithoutItsCard_EndsAlsoWhileDeziIsOn()
    {
        using var card = TestPki.Shared.Card();
        using var owner = await fixture.Portal.SignInAsync(card);
        using var bare = owner.WithCard(null);
        Assert.Equal("/inloggen?einde=OtherCard", (await bare.GetAsync("/")).Location);
    }

    [Fact]
    public async Task R8_CardSession_NextToASignInWithDezi_StillNeedsItsCard()
    {
        fixture.Issuer.Script = new();
        using var card = TestPki.Shared.Card();
        using var owner = await fixture.Portal.SignInAsync(card);
        var ofCard = owner.SessionCookie;
        using var dezi = fixture.Portal.Client(null);
        await DeziAssert.SignedInAsync(dezi, await fixture.SignInAsync(dezi));
        dezi.SessionCookie = ofCard;
        Assert.Equal("/inloggen?einde=OtherCard", (await dezi.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Session_OfDezi_IsTheSameWithACardInTheReader()
    {
        fixture.Issuer.Script = new();
        using var client = fixture.Portal.Client(null);
        await DeziAssert.SignedInAsync(client, await fixture.SignInAsync(client));
        using var card = TestPki.Shared.Card(TestCards.Huisarts2);
        using var withCard = client.WithCard(card);
        Assert.Contains("De Linde, ingelogd met Dezi", (await withCard.GetAsync("/help")).Part(".zvp-user"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfDezi_EndsWhenIdle()
    {
        fixture.Issuer.Script = new();
        await using var portal = await fixture.StartPortalAsync();
        using var client = portal.Client(null);
        await DeziAssert.SignedInAsync(client, await fixture.SignInAsync(client, portal));
        portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal("/inloggen?einde=Idle", (await client.GetAsync("/")).Location);
    }
}
