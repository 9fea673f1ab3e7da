using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>What a page hears of its session while it is open.</summary>
public sealed class SessionChannelTests : IAsyncLifetime
{
    private const string Channel = "/sessie/kanaal";
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private PortalHost _portal = null!;

    public static TheoryData<string> Versions => new() { "1.1", "2.0" };

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Channel_Opened_SaysHowLongTheSessionLasts()
    {
        using var client = await _portal.SignInAsync(_card);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        using var events = await EventReader.OpenAsync(client, Channel);
        var (name, data) = (await events.NextAsync())!.Value;
        Assert.Equal("stand", name);
        Assert.Matches(@"\A8[67][0-9] idle 900\z", data);
    }

    [Fact]
    public async Task Channel_SessionThatMayLastNoLonger_SaysThatStayingIsOver()
    {
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", ("Portal:SessionHours", "0.2"));
        using var client = await portal.SignInAsync(_card);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        var page = await client.GetAsync("/sessies");
        Assert.Contains("Je sessie stopt om", page.Part("[data-session-until]"), StringComparison.Ordinal);
        using var events = await EventReader.OpenAsync(client, Channel);
        Assert.Matches(@"\A1[12][0-9] longest 900\z", await events.UntilAsync("stand"));
        Assert.Matches(@"\A1[12][0-9] longest 900\z", (await client.SubmitAsync(page, "/sessie/verleng")).Text);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Channel_AMinuteAfterTheLastRequest_ClosesWithItsConnection(string version)
    {
        using var client = await _portal.SignInAsync(_card, Version.Parse(version));
        using (var events = await EventReader.OpenAsync(client, Channel))
        {
            await events.UntilAsync("stand");
            _portal.Clock.Advance(TimeSpan.FromSeconds(61));
            await events.UntilAsync("pauze");
            Assert.Null(await events.NextAsync());
        }

        Assert.Equal(1, client.Connections);
        Assert.Equal(303, (await client.GetAsync("/")).Status);
        Assert.Equal(2, client.Connections);
    }

    [Fact]
    public async Task Channel_OpenedAgainAndAgain_IsNoActivity()
    {
        using var client = await _portal.SignInAsync(_card);
        for (var minutes = 0; minutes < 14; minutes += 2)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(2));
            using var events = await EventReader.OpenAsync(client, Channel);
            await events.UntilAsync("pauze");
        }

        _portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("/inloggen?einde=Idle", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Stay_Asked_StartsTheIdleClockAfresh()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await client.GetAsync("/sessies");
        _portal.Clock.Advance(TimeSpan.FromMinutes(14));
        var answer = await client.SubmitAsync(page, "/sessie/verleng");
        Assert.Equal((200, "900 idle 900"), (answer.Status, answer.Text));
        _portal.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Stay_WithoutTheFormsToken_IsRefused()
    {
        using var client = await _portal.SignInAsync(_card);
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(400, (await client.SendAsync(HttpMethod.Post, "/sessie/verleng", empty)).Status);
    }

    [Fact]
    public async Task Channel_WithoutSession_Is401()
    {
        using var client = _portal.Client(_card);
        Assert.Equal(401, (await client.GetAsync(Channel)).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task R8_SessionEndedElsewhere_IsToldAtOnce(string version)
    {
        using var client = await _portal.SignInAsync(_card, Version.Parse(version));
        using var other = await _portal.SignInAsync(_card);
        using var events = await EventReader.OpenAsync(client, Channel);
        await events.UntilAsync("stand");
        var reference = _portal.Trail(AuditEventType.SignedIn)[1].Actor!.SessionId!;
        var page = await other.GetAsync("/sessies");
        Assert.Equal("/sessies", (await other.SubmitAsync(page, "/sessies/einde", ("sessie", reference))).Location);
        Assert.Equal("/inloggen?einde=Elsewhere", await events.UntilAsync("einde"));
        Assert.Equal("Je bent uitgelogd", (await client.GetAsync("/inloggen?einde=Elsewhere")).Part("h1"));
    }

    [Fact]
    public async Task R8_AccountBlockedWithoutAWord_IsToldAtTheNextLook()
    {
        using var client = await _portal.SignInAsync(_card);
        using var events = await EventReader.OpenAsync(client, Channel);
        await events.UntilAsync("stand");
        await _portal.Accounts.BlockAsync(TestCards.Huisarts.UziNumber, "pas gestolen", TestStaff.Noor);
        _portal.Clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal("/inloggen?einde=AccountEnded", await events.UntilAsync("einde"));
    }
}
