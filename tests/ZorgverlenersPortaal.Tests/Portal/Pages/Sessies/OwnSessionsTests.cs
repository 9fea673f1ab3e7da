using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Sessies;

/// <summary>A doctor sees the own sessions and ends them; nobody else's.</summary>
public sealed class OwnSessionsTests : IAsyncLifetime
{
    private readonly X509Certificate2 _card = TestPki.Shared.Card();
    private SandboxEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await SandboxEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Address, ("Portal:SessionsPerDoctor", "3"));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task Page_TwoSessions_ShowsBothAndWhichIsThis()
    {
        using var first = await _portal.SignInAsync(_card);
        using var stranger = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        using var second = await _portal.SignInAsync(_card);
        var page = await second.GetAsync("/sessies");
        var rows = page.Page.QuerySelectorAll("tbody tr").Select(row => PortalAnswer.Plain(row.TextContent)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Deze sessie", rows[0], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Contains($"127.0.0.1 {_card.SerialNumber}", row, StringComparison.Ordinal));
        Assert.DoesNotContain("Deze sessie", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_AnotherSession_IsSaidThere()
    {
        using var first = await _portal.SignInAsync(_card);
        var alone = (await first.GetAsync("/patienten")).Words;
        Assert.DoesNotContain("andere plek", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("De vorige keer", alone, StringComparison.Ordinal);
        using var second = await _portal.SignInAsync(_card);
        var page = await second.GetAsync("/patienten");
        Assert.Contains("vanaf adres 127.0.0.1. Je bent ook op 1 andere plek ingelogd. Bekijk je sessies", page.Words, StringComparison.Ordinal);
        Assert.Contains("De vorige keer: ", page.Words, StringComparison.Ordinal);
        Assert.Contains("Doe je niets, dan word je uitgelogd om", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("a[href='/sessies']"));
    }

    [Fact]
    public async Task End_OfAnotherOwnSession_EndsThatOneOnly()
    {
        using var first = await _portal.SignInAsync(_card);
        var reference = _portal.Session();
        using var second = await _portal.SignInAsync(_card);
        var answer = await second.SubmitAsync(await second.GetAsync("/sessies"), "/sessies/einde", ("sessie", reference));
        Assert.Equal((303, "/sessies"), (answer.Status, answer.Location));
        Assert.Equal("/inloggen?einde=Unknown", (await first.GetAsync("/patienten")).Location);
        Assert.Single((await second.GetAsync("/sessies")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(reference, _portal.Trail(AuditEventType.OwnSessionEnded).Single().Detail);
    }

    [Fact]
    public async Task End_OfThisSession_SignsOut()
    {
        using var client = await _portal.SignInAsync(_card);
        var answer = await client.SubmitAsync(await client.GetAsync("/sessies"), "/sessies/einde");
        Assert.Equal((303, "/uitgelogd"), (answer.Status, answer.Location));
        Assert.Null(client.SessionCookie);
        Assert.Equal(303, (await client.GetAsync("/patienten")).Status);
    }

    [Fact]
    public async Task End_OfAnotherDoctorsSession_DoesNothing()
    {
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var reference = _portal.Session(TestCards.Huisarts2.UziNumber);
        using var client = await _portal.SignInAsync(_card);
        Assert.Equal("/sessies", (await client.SubmitAsync(await client.GetAsync("/sessies"), "/sessies/einde", ("sessie", reference))).Location);
        Assert.Equal("/patienten", (await other.GetAsync("/")).Location);
        Assert.Empty(_portal.Trail(AuditEventType.OwnSessionEnded));
    }

    [Fact]
    public async Task H072_TenSignInsOfOneAccountAtOnce_LeaveAsManySessionsAsMayBe()
    {
        var clients = Enumerable.Range(0, 10).Select(_ => _portal.Client(_card)).ToList();
        Assert.All(await Task.WhenAll(clients.Select(client => client.GetAsync("/inloggen"))), answer => Assert.Equal(303, answer.Status));
        var answers = await Task.WhenAll(clients.Select(client => client.GetAsync("/")));
        Assert.Equal(3, answers.Count(answer => answer.Location == "/patienten"));
        Assert.Equal(7, answers.Count(answer => answer.Location == "/inloggen?einde=Unknown"));
        Assert.Equal(7, _portal.Trail(AuditEventType.SessionReplaced).Select(r => r.Actor!.SessionId).Distinct().Count());
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task SignIn_OnceMoreThanMayBe_EndsTheOneNotUsedForLongest()
    {
        var clients = new List<PortalClient>();
        for (var i = 0; i < 3; i++)
        {
            clients.Add(await _portal.SignInAsync(_card));
            _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("/patienten", (await clients[0].GetAsync("/")).Location);
        clients.Add(await _portal.SignInAsync(_card));
        Assert.Equal("/inloggen?einde=Unknown", (await clients[1].GetAsync("/")).Location);
        Assert.All((PortalClient[])[clients[0], clients[2], clients[3]], client => Assert.Equal("/patienten", client.GetAsync("/").Result.Location));
        clients.ForEach(client => client.Dispose());
    }
}
