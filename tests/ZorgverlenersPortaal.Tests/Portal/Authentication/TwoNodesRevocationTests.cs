using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R8 between two real portals with a real Redis: what one node loads or hears about a card, both know.</summary>
[Collection(RealServers.Name)]
public sealed class TwoNodesRevocationTests(SandboxFixture fixture)
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    [ServerFact("redis-server")]
    public async Task R8_ListLoadedAtOneNode_EndsTheSessionAtTheOther()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = _pki.Card();
        using var atB = await nodes.B.SignInAsync(card);
        await FeedAsync(nodes.A, 2, card);

        var answer = await UntilRefusedAsync(atB);
        Assert.Equal("/inloggen?einde=CardEnded", answer.Location);
        Assert.Equal("CardEnded", Assert.Single(nodes.B.Trail(AuditEventType.SessionEnded)).Detail);
        Assert.Equal((RevocationOrigin.OtherNode, "2"), (InUse(nodes.B).Origin, InUse(nodes.B).Number));
        using var again = nodes.B.Client(card);
        Assert.Equal("ZVP-L06", (await again.GetAsync("/inloggen")).Code);
    }

    [ServerFact("redis-server")]
    public async Task R8_RedisGoneWhileAListIsLoaded_EachNodeGoesByItsOwnAndHearsItLater()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = _pki.Card();
        nodes.Redis.Kill();
        await FeedAsync(nodes.A, 2, card);
        Assert.Equal(("2", "1"), (InUse(nodes.A).Number, InUse(nodes.B).Number));
        using (var atB = nodes.B.Client(card))
        {
            var refused = await atB.GetAsync("/inloggen"); // by its own list the card is good, and still nobody gets in
            Assert.Equal((503, null), (refused.Status, atB.SessionCookie));
        }

        await nodes.Redis.StartAgainAsync();
        await UntilAsync(() => InUse(nodes.B).Number == "2");
        Assert.Contains(nodes.A.Log.Lines, line => line.Contains("\"Id\":1108", StringComparison.Ordinal));
        using var later = nodes.B.Client(card);
        Assert.Equal("ZVP-L06", (await UntilAnsweredAsync(later)).Code);
    }

    [ServerFact("redis-server")]
    public async Task R8_NodeThatStartsLater_HearsTheListOfBeforeItsTime()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var card = _pki.Card();
        await FeedAsync(nodes.A, 7, card);
        await UntilAsync(() => InUse(nodes.B).Number == "7");
        await using var third = await nodes.AddAsync("c");
        await UntilAsync(() => InUse(third).Number == "7");
    }

    [ServerFact("redis-server")]
    public async Task R8_ListsTooOldAtBothNodes_TheResponderIsAskedOnce()
    {
        await using var responder = await LoopbackServer.StartAsync();
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address, ("Uzi:Revocation:Ocsp", responder.Address.AbsoluteUri));
        nodes.A.Clock.Advance(TimeSpan.FromHours(5));
        nodes.B.Clock.Advance(TimeSpan.FromHours(5));
        responder.Answer = async context =>
        {
            using var question = new MemoryStream();
            await context.Request.Body.CopyToAsync(question);
            await context.Response.Body.WriteAsync(new OcspReply(_ca, nodes.A.Clock.GetUtcNow().AddMinutes(-1)).Build(question.ToArray()));
        };
        using var card = _pki.Card();
        PortalHost[] hosts = [nodes.A, nodes.B, nodes.A, nodes.B];
        var clients = hosts.Select(host => host.Client(card)).ToList();
        var answers = await Task.WhenAll(clients.Select(client => client.GetAsync("/inloggen")));
        clients.ForEach(client => client.Dispose());

        Assert.All(answers, answer => Assert.Equal("/patienten", answer.Location));
        Assert.Single(responder.Asked);
        // What Redis holds of it does not say which card it is about.
        var dump = await nodes.Redis.DumpAsync();
        Assert.Contains(dump.Keys, key => key.StartsWith("zvp:ocsp:", StringComparison.Ordinal));
        Assert.All(dump, entry => Assert.DoesNotContain(
            card.SerialNumber, entry.Key + System.Text.Encoding.Latin1.GetString(entry.Value), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Puts a list in this node's fed folder, and lets its minute pass.</summary>
    private static async Task FeedAsync(PortalHost node, int number, X509Certificate2 revoked)
    {
        var fed = Path.Combine(node.Folder, "crl", $"fed-{number}.crl");
        await File.WriteAllBytesAsync(fed, _pki.Crl(_ca, number, null, revoked));
        node.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await UntilAsync(() => InUse(node).Number != "1");
    }

    private static RevocationListStatus InUse(PortalHost node) =>
        node.Services.GetRequiredService<RevocationStore>().Status().Single(list => list.Issuer == _ca.Certificate.SubjectName.Name);

    private static async Task<PortalAnswer> UntilRefusedAsync(PortalClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = await client.GetAsync("/patienten");
        while (answer.Status == 200)
        {
            patience.Token.ThrowIfCancellationRequested();
            answer = await client.GetAsync("/patienten");
        }

        return answer;
    }

    private static async Task<PortalAnswer> UntilAnsweredAsync(PortalClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = await client.GetAsync("/inloggen");
        while (answer.Status == 503)
        {
            patience.Token.ThrowIfCancellationRequested();
            answer = await client.GetAsync("/inloggen");
        }

        return answer;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
