using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Signing in with a good card.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SignInTests(PortalFixture fixture)
{
    [Fact]
    public async Task Get_WithACardAndWithoutSession_LeadsToTheListInThreeSteps()
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        var first = await client.GetAsync("/patienten");
        Assert.Equal((303, "/inloggen"), (first.Status, first.Location));
        Assert.Empty(first.Bytes);
        var second = await client.GetAsync(first.Location!);
        Assert.Equal((303, "/patienten"), (second.Status, second.Location));
        var list = await client.GetAsync(second.Location!);
        Assert.Equal(200, list.Status);
        Assert.Equal("Mijn patiënten in het ziekenhuis", list.Part("h1"));
        Assert.Contains("Sietske Hoekstra", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheBareAddress_LeadsToTheList()
    {
        var answer = await fixture.Doctor.GetAsync("/");
        Assert.Equal((303, "/patienten"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task SignIn_AnyAdmittedDoctor_SeesTheList()
    {
        foreach (var card in (TestCard[])[TestCards.Huisarts2, TestCards.Apotheekhoudend, TestCards.Ouderengeneeskunde, TestCards.Avg])
        {
            using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(card));
            Assert.NotNull(client.SessionCookie);
        }
    }

    [Fact]
    public async Task SignIn_SetsOneHardenedCookie()
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        var answer = await client.GetAsync("/inloggen");
        var cookie = answer.Header("Set-Cookie")!;
        Assert.DoesNotContain('\n', cookie);
        var parts = cookie.Split("; ");
        Assert.Matches(@"\A__Host-zvp=[A-Za-z0-9_-]{43}\z", parts[0]);
        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], parts[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_IsRecordedWithPersonCardAndSession()
    {
        using var card = TestPki.Shared.Card();
        using var client = await fixture.Portal.SignInAsync(card);
        var record = fixture.Portal.Trail(AuditEventType.SignedIn)[0];
        Assert.Equal(("900021219", "01.015", "01056789", "90000382"), (record.Actor!.UziNumber, record.Actor.RoleCode, record.Actor.Agb, record.Actor.Ura));
        Assert.Equal(card.SerialNumber, record.Actor.CardSerial);
        Assert.Equal("127.0.0.1", record.Actor.Address);
        Assert.NotNull(record.Actor.SessionId);
        Assert.DoesNotContain(client.SessionCookie!, record.Actor.SessionId, StringComparison.Ordinal);
        Assert.Equal(AuditOutcome.Success, record.Outcome);
    }

    [Fact]
    public async Task SignIn_Again_EndsTheFirstSession()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var first = client.SessionCookie;
        Assert.Equal(303, (await client.GetAsync("/inloggen")).Status);
        Assert.NotEqual(first, client.SessionCookie);
        using var old = client.WithCard(TestPki.Shared.Card());
        client.SessionCookie = first;
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task SignIn_PracticeAndRole_StandInTheTopBar()
    {
        var list = await fixture.Doctor.GetAsync("/patienten");
        Assert.Contains("huisarts, Huisartsenpraktijk De Linde", list.Words, StringComparison.Ordinal);
    }
}
