using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>A session is the cookie and the card on this very connection, judged at every request.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SessionGuardTests(PortalFixture fixture)
{
    private const string Letter = "/patient/x/brief/y";

    private PortalHost Portal => fixture.Portal;

    [Fact]
    public async Task R8_CookieWithAnotherDoctorsCard_EndsTheSessionForBoth()
    {
        using var card = TestPki.Shared.Card();
        using var owner = await Portal.SignInAsync(card);
        var session = Portal.Session();
        using var thief = owner.WithCard(TestPki.Shared.Card(TestCards.Huisarts2));
        var cookie = owner.SessionCookie;

        var answer = await thief.GetAsync("/patienten");
        Assert.Equal((303, "/inloggen?einde=OtherCard"), (answer.Status, answer.Location));
        Assert.Contains("__Host-zvp=;", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        var record = Portal.Trail(AuditEventType.SessionRefused)[0];
        Assert.Equal((session, "900021219", "OtherCard"), (record.Actor!.SessionId, record.Actor.UziNumber, record.Detail));
        Assert.Equal(AuditOutcome.Refused, record.Outcome);

        owner.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await owner.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task R8_CookieWithASecondCardOfTheSameDoctor_EndsTheSession()
    {
        using var owner = await Portal.SignInAsync(TestPki.Shared.Card());
        using var renewed = owner.WithCard(TestPki.Shared.Card());
        Assert.Equal("/inloggen?einde=OtherCard", (await renewed.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task R8_CookieWithoutCard_EndsTheSession()
    {
        using var card = TestPki.Shared.Card();
        using var owner = await Portal.SignInAsync(card);
        var cookie = owner.SessionCookie;
        using var bare = owner.WithCard(null);
        Assert.Equal("/inloggen?einde=OtherCard", (await bare.GetAsync("/patienten")).Location);
        owner.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await owner.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task R8_CookieWithAnotherCardOnAPageForAll_EndsTheSessionToo()
    {
        using var card = TestPki.Shared.Card();
        using var owner = await Portal.SignInAsync(card);
        using var bare = owner.WithCard(null);
        await bare.GetAsync("/uitgelogd");
        Assert.Equal("/inloggen?einde=Unknown", (await owner.GetAsync("/patienten")).Location);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Session_MadeUpCookie_IsNone(string cookie)
    {
        using var client = Portal.Client(TestPki.Shared.Card());
        client.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task Session_CookieWithOneLetterChanged_IsNone()
    {
        using var card = TestPki.Shared.Card();
        using var client = await Portal.SignInAsync(card);
        var cookie = client.SessionCookie!;
        client.SessionCookie = (cookie[0] == 'A' ? 'B' : 'A') + cookie[1..];
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task Session_MissingAtALetter_Is401WithoutRedirect()
    {
        using var client = Portal.Client(TestPki.Shared.Card());
        var answer = await client.GetAsync(Letter);
        Assert.Equal((401, null), (answer.Status, answer.Location));
        Assert.Equal("Je bent uitgelogd", answer.Part("h1"));
    }

    [Fact]
    public async Task Session_EndedAtALetter_Is401()
    {
        using var owner = await Portal.SignInAsync(TestPki.Shared.Card());
        using var bare = owner.WithCard(null);
        Assert.Equal(401, (await bare.GetAsync(Letter)).Status);
    }

    [Fact]
    public async Task R8_AccountBlockedWhileSignedIn_IsOutAtTheNextRequest()
    {
        using var card = TestPki.Shared.Card(TestCards.Avg);
        using var client = await Portal.SignInAsync(card);
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
        await Portal.Accounts.BlockAsync(TestCards.Avg.UziNumber, "test", PortalHost.Office);
        var answer = await client.GetAsync("/");
        await Portal.Accounts.UnblockAsync(TestCards.Avg.UziNumber, "test", PortalHost.Office);
        Assert.Equal((303, "/inloggen?einde=AccountEnded"), (answer.Status, answer.Location));
        var record = Portal.Trail(AuditEventType.SessionEnded)[0];
        Assert.Equal(("AccountEnded", TestCards.Avg.UziNumber), (record.Detail, record.Actor!.UziNumber));
    }

    [Theory]
    [InlineData("Unknown", "Je sessie is gestopt.")]
    [InlineData("Idle", "Je was te lang niet actief.")]
    [InlineData("TooOld", "Je sessie duurde zo lang als mag.")]
    [InlineData("OtherCard", "We zagen een andere pas, of geen pas.")]
    [InlineData("CardEnded", "Je pas is verlopen of ingetrokken.")]
    [InlineData("CardUnchecked", "We kunnen nu niet controleren of je pas nog geldig is.")]
    [InlineData("AccountEnded", "Je account is gewijzigd of geblokkeerd.")]
    public async Task SignIn_AfterASessionEnded_WaitsForAClick(string end, string text)
    {
        using var client = Portal.Client(TestPki.Shared.Card());
        var answer = await client.GetAsync("/inloggen?einde=" + end);
        Assert.Equal((200, "Je bent uitgelogd"), (answer.Status, answer.Part("h1")));
        Assert.Contains(text, answer.Words, StringComparison.Ordinal);
        Assert.Null(client.SessionCookie);
        Assert.Equal("/inloggen", answer.Page.QuerySelector(".nl-button")!.GetAttribute("href"));
    }
}
