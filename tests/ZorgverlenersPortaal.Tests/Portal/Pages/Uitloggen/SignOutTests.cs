using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Uitloggen;

/// <summary>Signing out by the button of the page.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SignOutTests(PortalFixture fixture)
{
    [Fact]
    public async Task SignOut_ByTheButton_EndsTheSessionEverywhere()
    {
        using var card = TestPki.Shared.Card();
        using var client = await fixture.Portal.SignInAsync(card);
        var (cookie, session) = (client.SessionCookie, fixture.Portal.Session());
        var answer = await client.SignOutAsync();
        Assert.Equal((303, "/uitgelogd"), (answer.Status, answer.Location));
        Assert.Equal("\"cache\", \"storage\"", answer.Header("Clear-Site-Data"));
        Assert.Null(client.SessionCookie);
        Assert.Equal(session, fixture.Portal.Trail(AuditEventType.SignedOut)[0].Actor!.SessionId);
        Assert.Equal("Je bent uitgelogd", (await client.GetAsync("/uitgelogd")).Part("h1"));

        client.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task SignOut_ThenTheBackButton_WaitsForAClickThoughTheCardIsStillThere()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        await client.SignOutAsync();
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen")).Location);
        Assert.Equal(200, (await client.GetAsync("/patienten")).Status);
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_IsRefusedAndTheSessionGoesOn()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        using var empty = new FormUrlEncodedContent([]);
        var answer = await client.SendAsync(HttpMethod.Post, "/uitloggen", empty);
        Assert.Equal((400, "ZVP-L13"), (answer.Status, answer.Code));
        Assert.Equal(200, (await client.GetAsync("/patienten")).Status);
    }

    [Fact]
    public async Task SignOut_ByALink_OnlyLeadsToTheList()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var answer = await client.GetAsync("/uitloggen");
        Assert.Equal((303, "/patienten"), (answer.Status, answer.Location));
        Assert.Equal(200, (await client.GetAsync("/patienten")).Status);
    }
}
