using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>H142: whatever happens to Redis, nobody is let in who should not be, the page says so, and it heals by itself.</summary>
[Collection(RealServers.Name)]
public sealed class RedisGoneTests(SandboxFixture fixture)
{
    [ServerFact("redis-server")]
    public async Task H142_RedisKilled_EveryNodeRefusesHonestlyAndRecoversByItself()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        nodes.Redis.Kill();
        foreach (var node in (PortalHost[])[nodes.A, nodes.B])
        {
            using var signedIn = TwoNodes.Elsewhere(node, client, card);
            await RefusesAsync(signedIn, "/patienten");
            await RefusesAsync(signedIn, nodes.A.PatientPath(fixture.Patient.Id));
            Assert.Equal(200, (await signedIn.GetAsync(await StyleSheetAsync(signedIn))).Status);
            using var newcomer = node.Client(card);
            await RefusesAsync(newcomer, "/inloggen");
            Assert.Null(newcomer.SessionCookie);
            Assert.Equal(303, (await newcomer.GetAsync("/patienten")).Status);
        }

        await nodes.Redis.StartAgainAsync();
        foreach (var node in (PortalHost[])[nodes.A, nodes.B])
        {
            // With appendfsync always the session is still there.
            using var signedIn = TwoNodes.Elsewhere(node, client, card);
            await RecoversAsync(signedIn);
        }
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisKilledRightAfterSigningOut_TheSessionStaysEnded()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, client, card);
        var cookie = client.SessionCookie;
        Assert.Equal(303, (await client.SignOutAsync()).Status);
        nodes.Redis.Kill();
        await nodes.Redis.StartAgainAsync();
        PortalAnswer answer;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            atB.SessionCookie = cookie;
            answer = await atB.GetAsync("/patienten");
        }
        while (answer.Status == 503);

        Assert.Equal((303, "/inloggen?einde=Unknown"), (answer.Status, answer.Location));
    }

    [ServerFact("redis-server")]
    public async Task H142_FlushAll_SignsEveryoneOutAndTheKeysComeBack()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        var keys = (await nodes.Redis.DumpAsync()).Keys.Single(key => key.StartsWith("zvp:keys:", StringComparison.Ordinal));
        await nodes.Redis.CommandAsync("FLUSHALL");
        Assert.Equal("/inloggen?einde=Unknown", (await client.GetAsync("/patienten")).Location);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await nodes.Redis.DumpAsync()).ContainsKey(keys))
        {
            limit.Token.ThrowIfCancellationRequested();
            nodes.A.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        using var again = await nodes.A.SignInAsync(card);
        await using var later = await nodes.AddAsync("c");
        using var atC = TwoNodes.Elsewhere(later, again, card);
        Assert.Equal(200, (await atC.GetAsync("/patienten")).Status);
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisFull_RefusesHonestlyAndRecoversByItself()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        await nodes.Redis.CommandAsync("CONFIG", "maxmemory", "1");
        // Within a second of the last request nothing is noted, and reading still works.
        nodes.A.Clock.Advance(SessionStore.Grain);
        await RefusesAsync(client, "/patienten");
        using var newcomer = nodes.B.Client(card);
        await RefusesAsync(newcomer, "/inloggen");
        Assert.Null(newcomer.SessionCookie);
        await nodes.Redis.CommandAsync("CONFIG", "maxmemory", "0");
        await RecoversAsync(client);
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisFull_SigningOutStillWorks()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        using var second = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, client, card);
        var page = await client.GetAsync("/sessies");
        var other = nodes.A.Trail(AuditEventType.SignedIn)[0].Actor!.SessionId!;
        await nodes.Redis.CommandAsync("CONFIG", "maxmemory", "1");
        Assert.Equal((303, "/sessies"), await AnswerAsync(client.SubmitAsync(page, "/sessies/einde", ("sessie", other))));
        Assert.Equal((303, "/uitgelogd"), await AnswerAsync(client.SubmitAsync(page, "/uitloggen")));
        await nodes.Redis.CommandAsync("CONFIG", "maxmemory", "0");
        Assert.Equal("/inloggen?einde=Unknown", (await atB.GetAsync("/patienten")).Location);
        Assert.Equal("/inloggen?einde=Unknown", (await second.GetAsync("/patienten")).Location);
        Assert.DoesNotContain((await nodes.Redis.DumpAsync()).Keys, key => key.StartsWith("zvp:session:", StringComparison.Ordinal));
    }

    [ServerFact("redis-server")]
    public async Task H142_WrongPassword_LetsNobodyIn()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var client = await nodes.A.SignInAsync(card);
        await using var wrong = await nodes.AddAsync("c", ("State:Redis", $"127.0.0.1:{nodes.Redis.Port},password=een-ander"));
        using var signedIn = TwoNodes.Elsewhere(wrong, client, card);
        await RefusesAsync(signedIn, "/patienten");
        using var newcomer = wrong.Client(card);
        await RefusesAsync(newcomer, "/inloggen");
        Assert.Null(newcomer.SessionCookie);
    }

    [ServerFact("redis-server")]
    public async Task H142_RedisNotThereWhenThePortalStarts_StartsAndServesWhenItComes()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        nodes.Redis.Kill();
        await using var early = await nodes.AddAsync("c");
        using var card = TestPki.Shared.Card();
        using var client = early.Client(card);
        await RefusesAsync(client, "/inloggen");
        await nodes.Redis.StartAgainAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await client.GetAsync("/inloggen")).Status == 503)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        Assert.Equal(200, (await client.GetAsync("/patienten")).Status);
    }

    private async Task RefusesAsync(PortalClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal((503, "ZVP-X03", "We kunnen nu niet controleren of je bent ingelogd"), (answer.Status, answer.Code, answer.Part("h1")));
        Assert.DoesNotContain(fixture.Patient.Name, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Redis", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(int Status, string? Location)> AnswerAsync(Task<PortalAnswer> sending)
    {
        var answer = await sending;
        return (answer.Status, answer.Location);
    }

    private static async Task RecoversAsync(PortalClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        PortalAnswer answer;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            answer = await client.GetAsync("/patienten");
        }
        while (answer.Status == 503);

        Assert.Equal(200, answer.Status);
    }

    private static async Task<string> StyleSheetAsync(PortalClient client) =>
        (await client.GetAsync("/patienten")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
}
