using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal;

/// <summary>R2: what cannot be recorded is not shown.</summary>
[Collection(PortalJourneys.Name)]
public sealed class TrailFaultTests(PortalFixture fixture) : IAsyncLifetime
{
    // A session of its own: that of the fixture may be the one too many of all tests before.
    private PortalClient _doctor = null!;
    private string _session = "";

    public async Task InitializeAsync()
    {
        _doctor = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        _session = fixture.Portal.Session();
    }

    public Task DisposeAsync()
    {
        _doctor.Dispose();
        return Task.CompletedTask;
    }

    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));

    private string PathOf(string patientId) => fixture.Portal.PatientPath(patientId, _session);

    private string[] Paths =>
    [
        "/patienten",
        PathOf(Patient.Id),
        fixture.Portal.LetterPath(Patient.Id, Patient.Letters.First(l => l.CanOpen).Id, _session),
        PathOf(fixture.Strangers.First().Id),
        PathOf("nobody"),
        "/patient/onzin",
    ];

    [Fact]
    public async Task R2_TrailCannotBeWritten_NothingIsShownAndItRecovers()
    {
        var paths = Paths;
        using (fixture.Portal.BreakTrail())
        {
            await fixture.Epd.ClearLogAsync();
            foreach (var path in paths)
            {
                AssertNothing(await _doctor.GetAsync(path));
            }

            Assert.DoesNotContain(await fixture.Epd.LogAsync(), request => request.Path.StartsWith("/fhir/Binary", StringComparison.Ordinal));
        }

        var statuses = await Task.WhenAll(paths.Select(async path => (await _doctor.GetAsync(path)).Status));
        Assert.Equal([200, 200, 200, 404, 404, 404], statuses);
    }

    [Fact]
    public async Task R2_TrailCannotBeWritten_NobodySignsInAndNoRefusalIsTold()
    {
        using var good = fixture.Portal.Client(TestPki.Shared.Card());
        using var bad = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Onbekend));
        using (fixture.Portal.BreakTrail())
        {
            foreach (var client in (PortalClient[])[good, bad])
            {
                var answer = await client.GetAsync("/inloggen");
                AssertNothing(answer);
                Assert.Null(answer.Header("Set-Cookie"));
            }
        }

        Assert.Equal(303, (await good.GetAsync("/inloggen")).Status);
        Assert.Equal("ZVP-L03", (await bad.GetAsync("/inloggen")).Code);
    }

    [Fact]
    public async Task R2_TrailCannotBeWritten_StolenCookieStillEndsTheSession()
    {
        using var owner = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var cookie = owner.SessionCookie;
        using (fixture.Portal.BreakTrail())
        {
            using var thief = owner.WithCard(null);
            AssertNothing(await thief.GetAsync("/patienten"));
        }

        owner.SessionCookie = cookie;
        Assert.Equal("/inloggen?einde=Unknown", (await owner.GetAsync("/patienten")).Location);
    }

    [Fact]
    public async Task R2_TrailFailsAfterTheBanner_ThatSectionSaysSoAndNothingFollows()
    {
        await using var fault = await fixture.Epd.FaultAsync("hang", "AllergyIntolerance");
        using var response = await _doctor.StartAsync(PathOf(Patient.Id));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            seen.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (seen.ToString().IndexOf("id=\"diagnoses\"", StringComparison.Ordinal) is var at and >= 0
                && seen.ToString().IndexOf("zvp-panel__foot", at, StringComparison.Ordinal) >= 0)
            {
                break;
            }
        }

        using (fixture.Portal.BreakTrail())
        {
            fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(6));
            using var reader = new StreamReader(stream);
            seen.Append(await reader.ReadToEndAsync());
        }

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(seen.ToString());
        var gone = PortalAnswer.Plain(page.QuerySelector("#allergieen")!.TextContent);
        Assert.Contains("Allergieën: kan niet worden vastgelegd, niet getoond", gone, StringComparison.Ordinal);
        Assert.Contains("ZVP-X02", gone, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#brieven"));
        Assert.EndsWith("</html>", seen.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [TmpfsFact]
    public async Task R2_DiskFull_NothingIsShownUntilThereIsRoom()
    {
        using var disk = new Tmpfs(megabytes: 4);
        await using var portal = await PortalHost.StartAsync(fixture.Epd.Address, ("Audit:Folder", disk.Path));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        disk.FillUp();
        PortalAnswer answer;
        do
        {
            // The journal may have a page or two to go on with.
            answer = await doctor.GetAsync("/patienten");
        }
        while (answer.Status == 200);

        AssertNothing(answer);
        disk.MakeRoom();
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        Assert.True(AuditVerifier.Verify(AuditStorage.InFolder(disk.Path)).IsIntact);
    }

    private void AssertNothing(PortalAnswer answer)
    {
        Assert.Equal((503, "ZVP-X02"), (answer.Status, answer.Code));
        Assert.Equal("We kunnen deze inzage nu niet vastleggen", answer.Part("h1"));
        Assert.All(fixture.Everyone.SelectMany(p => p.Secrets.Take(3)), secret =>
            Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal));
    }
}
