using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Two nodes, one Redis: what one makes the other knows, and what one ends is over at both.</summary>
[Collection(RealServers.Name)]
public sealed class TwoNodesTests(SandboxFixture fixture)
{
    private const int RequestsAfterTheEnd = 20;

    [ServerFact("redis-server")]
    public async Task Session_MadeAtOneNode_WorksAtTheOtherWithTheSameCardOnly()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        Assert.Equal(200, (await atB.GetAsync("/patienten")).Status);
        await using (var later = await nodes.AddAsync("c"))
        {
            using var atC = TwoNodes.Elsewhere(later, atA, card);
            Assert.Equal(200, (await atC.GetAsync("/patienten")).Status);
        }

        using var thief = TwoNodes.Elsewhere(nodes.B, atA, TestPki.Shared.Card(TestCards.Huisarts2));
        Assert.Equal("/inloggen?einde=OtherCard", (await thief.GetAsync("/patienten")).Location);
        Assert.Equal("/inloggen?einde=Unknown", (await atA.GetAsync("/patienten")).Location);
        Assert.Single(nodes.B.Trail(AuditEventType.SessionRefused));
        Assert.True(File.Exists(Path.Combine(nodes.B.TrailFolder, "b.trail.db")));
    }

    [ServerFact("redis-server")]
    public async Task Handle_MadeAtOneNode_OpensAtTheOther()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        Assert.Equal(200, (await atB.GetAsync(nodes.A.PatientPath(fixture.Patient.Id))).Status);
        Assert.Single(nodes.B.Trail(AuditEventType.PatientOpened));
        Assert.Empty(nodes.A.Trail(AuditEventType.PatientOpened));
    }

    [ServerFact("redis-server")]
    public async Task R5_Redis_HoldsNothingThatCanBeReadAndLittleOfIt()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var client = await nodes.A.SignInAsync(TestPki.Shared.Card());
        await client.GetAsync("/patienten");
        await client.GetAsync(nodes.A.PatientPath(fixture.Patient.Id));
        var dump = await nodes.Redis.DumpAsync();
        var kinds = dump.Keys.Select(key => key.Split(':')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(["keys", "seen", "session", "sessions"], kinds.Except(["crl", "crl-index"], StringComparer.Ordinal)); // lists of cards, as soon as they are told
        Assert.All(dump, entry =>
        {
            var text = entry.Key + System.Text.Encoding.Latin1.GetString(entry.Value);
            Assert.All((string[])[client.SessionCookie!, "900021219", "Hoekstra", fixture.Patient.Bsn, fixture.Patient.Id, "<masterKey", "<value>"], secret =>
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.True(entry.Key.StartsWith("zvp:keys:", StringComparison.Ordinal) || entry.Value.Length <= 4096, $"{entry.Key}: {entry.Value.Length} bytes");
        });
    }

    [ServerFact("redis-server")]
    public async Task Session_InRedis_TakesAtMostFourKilobytes()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        var before = await BytesAsync(nodes.Redis);
        using var client = await nodes.A.SignInAsync(TestPki.Shared.Card());
        // What Redis itself counts: key, value, expiry and its own bookkeeping.
        var first = await BytesAsync(nodes.Redis) - before;
        Assert.InRange(first, 1, 4096);
        using var second = await nodes.B.SignInAsync(TestPki.Shared.Card());
        Assert.InRange(await BytesAsync(nodes.Redis) - before - first, 1, 4096);
    }

    [ServerFact("redis-server")]
    public async Task R8_AccountBlockedWhileRequestsRunOnTwoNodes_No200IsBegunAfterIt()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        await EndsEverywhereAsync(nodes, (_, _) => nodes.B.Accounts.BlockAsync(TestCards.Huisarts.UziNumber, "test", PortalHost.Office));
        Assert.NotEmpty(nodes.A.Trail(AuditEventType.SessionEnded).Concat(nodes.B.Trail(AuditEventType.SessionEnded)));
    }

    [ServerFact("redis-server")]
    public async Task R8_SessionEndedWhileRequestsRunOnTwoNodes_No200IsBegunAfterIt()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        await EndsEverywhereAsync(nodes, async (atA, _) => Assert.Equal(303, (await atA.SignOutAsync()).Status));
        Assert.Single(nodes.A.Trail(AuditEventType.SignedOut));
    }

    [ServerFact("redis-server")]
    public async Task H070_EditedOrCopiedSession_IsRefusedAndRecorded()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var mine = await nodes.A.SignInAsync(card);
        var first = (await nodes.Redis.DumpAsync()).Single(entry => entry.Key.StartsWith("zvp:session:", StringComparison.Ordinal));
        using var other = await nodes.A.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var second = (await nodes.Redis.DumpAsync()).Single(entry => entry.Key.StartsWith("zvp:session:", StringComparison.Ordinal) && entry.Key != first.Key);

        await nodes.Redis.AskAsync(db => db.StringSetAsync(second.Key, first.Value));
        Assert.Equal("/inloggen?einde=Unreadable", (await other.GetAsync("/patienten")).Location);
        byte[] edited = [.. first.Value];
        edited[edited.Length / 2] ^= 1;
        await nodes.Redis.AskAsync(db => db.StringSetAsync(first.Key, edited));
        using var atB = TwoNodes.Elsewhere(nodes.B, mine, card);
        Assert.Equal("/inloggen?einde=Unreadable", (await atB.GetAsync("/patienten")).Location);
        foreach (var node in (PortalHost[])[nodes.A, nodes.B])
        {
            var record = Assert.Single(node.Trail(AuditEventType.SessionRefused));
            Assert.Equal(("Unreadable", "127.0.0.1"), (record.Detail, record.Actor!.Address));
        }
    }

    [ServerFact("redis-server")]
    public async Task H070_SessionPutBackAfterSigningOut_IsRefusedAtBothNodes()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var again = TwoNodes.Elsewhere(nodes.A, atA, card);
        var cookie = atA.SessionCookie;
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        Assert.Equal(200, (await atB.GetAsync("/patienten")).Status);
        var kept = await nodes.Redis.DumpAsync();
        await atA.SignOutAsync();

        await PutBackAsync(nodes.Redis, kept);
        Assert.Equal("/inloggen?einde=Unreadable", (await again.GetAsync("/patienten")).Location);
        string? location;
        do
        {
            // B hears of the end by a message, that may still be under way.
            await PutBackAsync(nodes.Redis, kept);
            atB.SessionCookie = cookie;
            location = (await atB.GetAsync("/patienten")).Location;
        }
        while (location is null);

        Assert.Equal("/inloggen?einde=Unreadable", location);
    }

    [ServerFact("haproxy", "redis-server")]
    public async Task HaProxy_OneOfTwoNodesGone_NobodySignsInAgain()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address, ("Portal:ProxyProtocol", "V2"), ("Portal:ProxyAddresses", "127.0.0.1"));
        using var balancer = await LoadBalancer.HaProxyAsync("send-proxy-v2", nodes.A.Address, nodes.B.Address);
        using var card = TestPki.Shared.Card();
        var address = new Uri($"https://localhost:{balancer.Port}");
        using var client = new PortalClient(address, card);
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen")).Location);
        var signedInAtA = nodes.A.Trail(AuditEventType.SignedIn).Count == 1;
        await (signedInAtA ? nodes.A : nodes.B).StopAsync();
        // The connection broke: the browser makes another one and shows its card there.
        for (var i = 0; i < 4; i++)
        {
            using var fresh = client.WithCard(card);
            Assert.Equal(200, (await fresh.GetAsync("/patienten")).Status);
        }

        Assert.Empty((signedInAtA ? nodes.B : nodes.A).Trail(AuditEventType.SignedIn));
    }

    private static async Task EndsEverywhereAsync(TwoNodes nodes, Func<PortalClient, PortalClient, Task> end)
    {
        using var card = TestPki.Shared.Card();
        using var atA = await nodes.A.SignInAsync(card);
        using var atB = TwoNodes.Elsewhere(nodes.B, atA, card);
        var ended = 0;
        PortalClient[] clients = [.. Enumerable.Range(0, 4).Select(i => TwoNodes.Elsewhere(i % 2 == 0 ? nodes.A : nodes.B, atA, card))];
        var ready = clients.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var running = clients.Select((client, i) => Task.Run(async () =>
        {
            var cookie = client.SessionCookie;
            for (var after = 0; after < RequestsAfterTheEnd;)
            {
                client.SessionCookie = cookie;
                var isAfter = Volatile.Read(ref ended) == 1;
                var status = await StatusAsync(client);
                Assert.Equal(isAfter, isAfter && status != 200);
                Assert.Contains(status, (int[])[0, 200, 303, 503]);
                after += isAfter ? 1 : 0;
                ready[i].TrySetResult();
            }
        })).ToArray();
        await Task.WhenAll(ready.Select(r => r.Task));
        await end(atA, atB);
        Volatile.Write(ref ended, 1);
        await Task.WhenAll(running);
        Array.ForEach(clients, client => client.Dispose());
    }

    private static async Task<long> BytesAsync(RedisServer redis)
    {
        var keys = (await redis.DumpAsync()).Keys.Where(key => !key.StartsWith("zvp:keys:", StringComparison.Ordinal)).ToList();
        var sum = 0L;
        foreach (var key in keys)
        {
            sum += (long)await redis.AskAsync(db => db.ScriptEvaluateAsync("return redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', 0)", [key]));
        }

        return sum;
    }

    /// <summary>0: the answer was broken off, for its session ended while it was under way.</summary>
    private static async Task<int> StatusAsync(PortalClient client)
    {
        try
        {
            return (await client.GetAsync("/patienten")).Status;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static async Task PutBackAsync(RedisServer redis, Dictionary<string, byte[]> kept)
    {
        foreach (var (key, value) in kept)
        {
            await redis.AskAsync(db => db.StringSetAsync(key, value));
        }
    }
}
