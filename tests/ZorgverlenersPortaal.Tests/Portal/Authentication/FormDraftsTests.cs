using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Typed text outlives a session that ended under it, for the same doctor and a quarter of an hour.</summary>
public sealed class FormDraftsTests : IAsyncLifetime
{
    private const string Text = "Ik herken een sessie niet";
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private PortalHost _portal = null!;

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Form_SentAfterTheSessionWasIdle_IsThereAgainAfterSigningIn()
    {
        using var client = await _portal.SignInAsync(_card);
        var ended = await client.GetAsync(await SendTooLateAsync(client));
        Assert.Contains("Wat je had getypt, bewaren we 15 minuten.", ended.Words, StringComparison.Ordinal);
        var again = ended.Page.QuerySelector("a.nl-button")!.GetAttribute("href")!;
        var form = await client.FollowAsync(again);
        Assert.Equal((200, "Je sessies"), (form.Status, form.Part("h1")));
        Assert.Equal(Text, form.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Form_SentAfterTheSessionEndedElsewhere_IsKeptForTheCardOnTheConnection()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await client.GetAsync("/sessies");
        var cookie = client.SessionCookie;
        await client.SignOutFromAsync("/sessies");
        client.SessionCookie = cookie;
        var answer = await client.SubmitAsync(page, "/sessies/overal", ("opmerking", Text));
        Assert.StartsWith("/inloggen?einde=Unknown&concept=", answer.Location, StringComparison.Ordinal);
        Assert.Equal(Text, (await client.FollowAsync(Again(answer.Location!))).Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Draft_OfAnotherDoctor_LeadsToTheListAndIsNotShown()
    {
        using var client = await _portal.SignInAsync(_card);
        var address = Again(await SendTooLateAsync(client));
        using var other = _portal.Client(TestPki.Shared.Card(TestCards.Huisarts2));
        var second = await other.GetAsync((await other.GetAsync(address)).Location!);
        Assert.Equal((303, "/patienten"), (second.Status, second.Location));
    }

    [Fact]
    public async Task Draft_AfterAQuarterOfAnHour_IsGone()
    {
        using var client = await _portal.SignInAsync(_card);
        var address = Again(await SendTooLateAsync(client));
        _portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal("/patienten", (await client.GetAsync((await client.GetAsync(address)).Location!)).Location);
    }

    [Fact]
    public async Task Form_LongerThanMayBe_IsNotKeptAndTheWayToSignInStays()
    {
        using var client = await _portal.SignInAsync(_card);
        var page = await client.GetAsync("/sessies");
        _portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        var answer = await client.SubmitAsync(page, "/sessies/overal", ("opmerking", new string('x', 17_000)));
        Assert.Equal("/inloggen?einde=Idle", answer.Location);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("/x?y=1")]
    [InlineData("")]
    public async Task Draft_ForAnAddressElsewhere_IsNotKept(string path)
    {
        using var client = await _portal.SignInAsync(_card);
        using var form = new FormUrlEncodedContent([new("opmerking", Text)]);
        var answer = await client.SendAsync(HttpMethod.Post, $"/sessie/concept?einde=Idle&pad={Uri.EscapeDataString(path)}", form);
        Assert.Equal((200, "/inloggen?einde=Idle"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Draft_BySomeoneWhoNeverHadASession_IsRefused()
    {
        using var client = _portal.Client(_card);
        using var form = new FormUrlEncodedContent([new("opmerking", Text)]);
        Assert.Equal(400, (await client.SendAsync(HttpMethod.Post, "/sessie/concept?einde=Idle&pad=/sessies/overal", form)).Status);
    }

    [Fact]
    public async Task Draft_WithACookieAndWithoutCard_IsNotKept()
    {
        using var client = await _portal.SignInAsync(_card);
        using var bare = client.WithCard(null);
        using var form = new FormUrlEncodedContent([new("opmerking", Text)]);
        var answer = await bare.SendAsync(HttpMethod.Post, "/sessie/concept?einde=Idle&pad=/sessies/overal", form);
        Assert.Equal((200, "/inloggen?einde=Idle"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Draft_TheTwentyFirstInAQuarterOfAnHour_IsNotKept()
    {
        using var client = await _portal.SignInAsync(_card);
        var kept = 0;
        for (var i = 0; i < 21; i++)
        {
            using var form = new FormUrlEncodedContent([new("opmerking", Text)]);
            var answer = await client.SendAsync(HttpMethod.Post, "/sessie/concept?einde=Idle&pad=/sessies/overal", form);
            kept += answer.Text.Contains("concept=", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(20, kept);
    }

    private static string Again(string address) => "/inloggen?" + address[address.IndexOf("concept=", StringComparison.Ordinal)..];

    private async Task<string> SendTooLateAsync(PortalClient client)
    {
        var page = await client.GetAsync("/sessies");
        _portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        var answer = await client.SubmitAsync(page, "/sessies/overal", ("opmerking", Text));
        Assert.Equal(303, answer.Status);
        Assert.StartsWith("/inloggen?einde=Idle&concept=", answer.Location, StringComparison.Ordinal);
        return answer.Location!;
    }
}
