using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>A handshake with a card is dear: nothing but a step-up, and a minute of silence, ends a connection.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ConnectionTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Session_TwoHundredRequests_GoOverOneConnection(string version)
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(), Version.Parse(version));
        string[] paths = ["/patienten", "/sessies", "/help", "/", fixture.Portal.PatientPath(fixture.Own.First().Id)];
        for (var i = 0; i < 200; i++)
        {
            var answer = await client.GetAsync(paths[i % paths.Length]);
            Assert.Contains(answer.Status, (int[])[200, 303]);
        }

        Assert.Equal(1, client.Connections);
    }

    [Fact]
    public async Task H066_CookieOfOneDoctorWithTheCardOfAnother_EndsBothSessions()
    {
        using var first = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        using var second = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var (cookie, own) = (first.SessionCookie, second.SessionCookie);
        second.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=OtherCard", (await second.GetAsync("/patienten")).Location);
        Assert.Equal("/inloggen?einde=Unknown", (await first.GetAsync("/patienten")).Location);
        // The own session of the second doctor was never shown with another card: it goes on (R8 says what ends; this does not).
        second.SessionCookie = own;
        Assert.Equal("/patienten", (await second.GetAsync("/")).Location);
    }

    [Fact]
    public async Task H067_CookieWithoutCard_IsRefused()
    {
        using var owner = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        using var bare = owner.WithCard(null);
        Assert.Equal("/inloggen?einde=OtherCard", (await bare.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task H068_CookieAfterSigningOut_IsNone()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var cookie = client.SessionCookie;
        await client.SignOutAsync();
        client.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
        Assert.Equal(401, (await client.GetAsync("/sessie/kanaal")).Status);
    }

    [Fact]
    public async Task H069_CookieOfChoiceBeforeSigningIn_BecomesNoSession()
    {
        const string chosen = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        client.SessionCookie = chosen;
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen")).Location);
        Assert.NotEqual(chosen, client.SessionCookie);
        client.SessionCookie = chosen;
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Theory]
    [InlineData("__%48ost-zvp={0}")]
    [InlineData("__host-zvp={0}")]
    [InlineData("zvp={0}")]
    [InlineData("__Host-zvp={0}{1}")]
    [InlineData("__Host-zvp={1}")]
    public async Task H071_CookieUnderAnotherNameOrTooLong_IsIgnored(string cookie)
    {
        using var card = TestPki.Shared.Card();
        using var owner = await fixture.Portal.SignInAsync(card);
        using var client = fixture.Portal.Client(card);
        var sent = string.Format(System.Globalization.CultureInfo.InvariantCulture, cookie, owner.SessionCookie, new string('A', 8192));
        Assert.Equal((303, "/inloggen"), await AnswerAsync(client, sent));
        Assert.Equal("/patienten", (await owner.GetAsync("/")).Location);
    }

    [Fact]
    public async Task H071_FiftyCookiesAndTheNameTwice_LetNobodyElseIn()
    {
        using var card = TestPki.Shared.Card();
        using var owner = await fixture.Portal.SignInAsync(card);
        using var client = fixture.Portal.Client(card);
        var many = string.Join("; ", Enumerable.Range(0, 50).Select(i => $"c{i}=x"));
        Assert.Equal((303, "/patienten"), await AnswerAsync(client, $"{many}; __Host-zvp={owner.SessionCookie}", "/"));
        using var thief = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Huisarts2));
        using var victim = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var (status, location) = await AnswerAsync(thief, $"__Host-zvp=x; __Host-zvp={victim.SessionCookie}");
        Assert.Equal(303, status);
        Assert.StartsWith("/inloggen", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H059_SecondCardOfTheSameDoctor_IsRecordedWithItsOwnSerial()
    {
        using var renewed = TestPki.Shared.Card();
        using var old = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        using var client = await fixture.Portal.SignInAsync(renewed);
        var record = fixture.Portal.Trail(ZorgverlenersPortaal.Audit.AuditEventType.SignedIn)[0];
        Assert.Equal(("900021219", renewed.SerialNumber), (record.Actor!.UziNumber, record.Actor.CardSerial));
        Assert.Equal("/patienten", (await old.GetAsync("/")).Location);
    }

    [Fact]
    public async Task H053_H054_CardWithoutAccountAndBlockedAccount_AreRefusedWithTheirOwnWordsAndNoSession()
    {
        var blocked = new TestCard { UziNumber = "900040011", Agb = "01070011" };
        await fixture.Portal.AddAccountAsync(blocked, account => account with { Status = ZorgverlenersPortaal.Dossier.Accounts.AccountStatus.Blocked });
        using var unknown = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Onbekend));
        using var other = fixture.Portal.Client(TestPki.Shared.Card(blocked));
        // The card proves whose account it is: its holder may know that it is blocked (R9); a stranger learns nothing (R16).
        Assert.Equal((403, "ZVP-L03"), ((await unknown.GetAsync("/inloggen")).Status, (await unknown.GetAsync("/inloggen")).Code));
        Assert.Equal((403, "ZVP-L05"), ((await other.GetAsync("/inloggen")).Status, (await other.GetAsync("/inloggen")).Code));
        Assert.Null(unknown.SessionCookie);
        Assert.Null(other.SessionCookie);
    }

    [Fact]
    public async Task H055_AccountBlockedAndItsSessionsEnded_IsOutAtTheNextRequest()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Avg));
        Assert.InRange(await fixture.Portal.Services.GetRequiredService<SessionStore>().EndAllAsync(TestCards.Avg.UziNumber, default), 1, 50);
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task H058_AccountWithAnotherAgbThanTheCard_IsRefusedAndRecorded()
    {
        var card = new TestCard { UziNumber = "900040012", Agb = "01070012" };
        await fixture.Portal.AddAccountAsync(card, account => account with { Agb = ZorgverlenersPortaal.Dossier.AgbCode.TryRead("01070013") });
        using var client = fixture.Portal.Client(TestPki.Shared.Card(card));
        Assert.Equal("ZVP-L10", (await client.GetAsync("/inloggen")).Code);
        var record = fixture.Portal.Trail(ZorgverlenersPortaal.Audit.AuditEventType.SignInRefused)[0];
        Assert.Equal(("AgbConflict", "900040012"), (record.Decision!.ReasonCode, record.Actor!.UziNumber));
    }

    [Fact]
    public async Task H065_NameOfACardWithHtmlInIt_IsShownAsItIs()
    {
        var card = new TestCard { UziNumber = "900040014", Agb = "01070014", GivenName = "<b>Piet</b>", Surname = "\"><script>alert(1)</script>" };
        using var client = fixture.Portal.Client(TestPki.Shared.Card(card));
        var refused = await client.GetAsync("/inloggen");
        Assert.Contains("<b>Piet</b>", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Piet", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", refused.Text, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string? Location)> AnswerAsync(PortalClient client, string cookie, string path = "/patienten")
    {
        client.Cookies.GetAllCookies().ToList().ForEach(kept => kept.Expired = true);
        var answer = await client.GetAsync(path, ("Cookie", cookie));
        return (answer.Status, answer.Location);
    }
}
