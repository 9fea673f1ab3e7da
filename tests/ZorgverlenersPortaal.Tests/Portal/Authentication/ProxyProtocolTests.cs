using System.Net;
using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>The load balancer's preamble before TLS: whose address the trail names, and which connections get nowhere.</summary>
public sealed class ProxyProtocolTests
{
    private const string NoEpd = "http://127.0.0.1:1/fhir";
    private const string SignedIn = "HTTP/1.1 303";

    private static readonly byte[] _line = "PROXY TCP4 198.51.100.7 10.0.0.1 4711 443\r\n"u8.ToArray();
    private static readonly byte[] _binary = ProxyProtocolV2Tests.Preamble(0x21, 0x11, ProxyProtocolV2Tests.Addresses([198, 51, 100, 7], 4711));
    private static readonly byte[] _local = ProxyProtocolV2Tests.Preamble(0x20, 0, []);

    [Fact]
    public async Task Connect_WithThePreambleOfItsVersion_HasTheClientsAddressInTheTrail()
    {
        await using var one = await StartAsync("V1");
        await using var two = await StartAsync("V2");
        foreach (var (portal, preamble) in new[] { (one, _line), (two, _binary) })
        {
            Assert.StartsWith(SignedIn, await SignInAsync(portal, "127.0.0.1", preamble), StringComparison.Ordinal);
            Assert.Equal("198.51.100.7", Address(portal));

            // Byte by byte it is the same.
            Assert.StartsWith(SignedIn, await SignInAsync(portal, "127.0.0.1", [.. preamble.Select(b => (byte[])[b])]), StringComparison.Ordinal);
            Assert.Equal(2, portal.Trail(AuditEventType.SignedIn).Count);
            Assert.Equal("198.51.100.7", Address(portal));
        }
    }

    [Fact]
    public async Task Connect_BalancerThatSpeaksForItself_HasTheSocketsAddress()
    {
        await using var one = await StartAsync("V1");
        await using var two = await StartAsync("V2");
        foreach (var (portal, preamble) in new[] { (one, "PROXY UNKNOWN 198.51.100.7 10.0.0.1 1 2\r\n"u8.ToArray()), (two, _local) })
        {
            Assert.StartsWith(SignedIn, await SignInAsync(portal, "127.0.0.1", preamble), StringComparison.Ordinal);
            Assert.Equal("127.0.0.1", Address(portal));
        }
    }

    [Fact]
    public async Task Connect_WithoutOrWithAnotherPreamble_IsClosedWithoutAnAnswer()
    {
        await using var one = await StartAsync("V1");
        await using var two = await StartAsync("V2");
        byte[] tooLong = [.. Encoding.ASCII.GetBytes("PROXY UNKNOWN ".PadRight(200, 'x'))];
        foreach (var (portal, preamble) in new[] { (one, _binary), (one, []), (one, tooLong), (two, _line), (two, []), (two, tooLong) })
        {
            Assert.Null(await SignInAsync(portal, "127.0.0.1", preamble));
        }

        Assert.Empty(one.Trail());
        Assert.Contains(one.Log.Lines, line => line.Contains("the preamble is malformed", StringComparison.Ordinal));
        Assert.Contains(two.Log.Lines, line => line.Contains("the preamble is malformed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_FromAnAddressThatIsNoBalancers_IsClosedWithoutAnAnswer()
    {
        await using var portal = await StartAsync("V1", ("Portal:ProxyAddresses", "127.0.0.8/29, ::1"));
        Assert.Null(await SignInAsync(portal, "127.0.0.7", _line));
        Assert.Null(await SignInAsync(portal, "127.0.0.16", _line));
        Assert.Null(await SignInAsync(portal, "127.0.0.1"));
        Assert.StartsWith(SignedIn, await SignInAsync(portal, "127.0.0.9", _line), StringComparison.Ordinal);
        Assert.Contains(portal.Log.Lines, line => line.Contains("127.0.0.16", StringComparison.Ordinal) && line.Contains("not in Portal:ProxyAddresses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_PreambleThatDoesNotCome_IsClosedAfterFiveSeconds()
    {
        await using var portal = await StartAsync("V1");
        using var silent = await RawClient.ConnectAsync(portal.Address.Port, "127.0.0.1", "PROXY TCP4"u8.ToArray());
        // Put forward again and again: the connection may reach the portal after the first time.
        var closed = silent.IsClosedAsync();
        while (!closed.IsCompleted)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.True(await closed);
        Assert.Contains(portal.Log.Lines, line => line.Contains("no preamble came in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_PreambleWhereNoneIsExpected_IsClosed()
    {
        await using var portal = await PortalHost.StartAsync(NoEpd);
        Assert.Null(await SignInAsync(portal, "127.0.0.1", _line));
        Assert.Null(await SignInAsync(portal, "127.0.0.1", _binary));
        Assert.StartsWith(SignedIn, await SignInAsync(portal, "127.0.0.1"), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", Address(portal));
    }

    [Fact]
    public async Task H152_HeadersThatClaimAnAddressOrACard_AreIgnored()
    {
        await using var portal = await StartAsync("V1");
        using var card = TestPki.Shared.Card();
        var pem = Uri.EscapeDataString(card.ExportCertificatePem());
        string[] cards = ["X-Client-Cert", "X-ARR-ClientCert", "SSL_CLIENT_CERT", "SSL-CLIENT-CERT", "ssl_client_cert", "X-SSL-Client-Cert", "Client-Cert", "X-Forwarded-Client-Cert"];
        string[] headers =
        [
            "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http", "Forwarded: for=203.0.113.9", "X-Real-IP: 203.0.113.9",
            "X_Forwarded_For: 203.0.113.9", "SSL_CLIENT_VERIFY: SUCCESS", "SSL_CLIENT_S_DN: serialNumber=900021219", .. cards.Select(name => $"{name}: {pem}"),
        ];
        using var bare = await RawClient.ConnectAsync(portal.Address.Port, "127.0.0.1", _line);
        Assert.StartsWith("HTTP/1.1 403", await bare.GetAsync("/inloggen", null, headers), StringComparison.Ordinal);
        using var client = await RawClient.ConnectAsync(portal.Address.Port, "127.0.0.1", _line);
        Assert.StartsWith(SignedIn, await client.GetAsync("/inloggen", card, headers), StringComparison.Ordinal);
        Assert.All(portal.Trail(), record => Assert.Equal("198.51.100.7", record.Actor!.Address));
        Assert.Null(Assert.Single(portal.Trail(AuditEventType.SignInRefused)).Actor!.UziNumber);
    }

    [ServerFact("haproxy")]
    public async Task HaProxy_BothVersions_BringsTheClientsAddressAndCard()
    {
        foreach (var (version, send) in new[] { ("V1", "send-proxy"), ("V2", "send-proxy-v2") })
        {
            await using var portal = await StartAsync(version);
            using var balancer = await LoadBalancer.HaProxyAsync(send, portal.Address);
            Assert.StartsWith(SignedIn, await SignInAsync(balancer.Port, "127.0.0.7"), StringComparison.Ordinal);
            Assert.Equal(("127.0.0.7", TestCards.Huisarts.UziNumber), (Address(portal), portal.Trail(AuditEventType.SignedIn)[0].Actor!.UziNumber));
        }
    }

    [ServerFact("haproxy")]
    public async Task HaProxy_OtherVersionThanTheListeners_GetsNowhere()
    {
        await using var portal = await StartAsync("V2");
        using var balancer = await LoadBalancer.HaProxyAsync("send-proxy", portal.Address);
        Assert.Null(await SignInAsync(balancer.Port, "127.0.0.7"));
        Assert.Empty(portal.Trail());
    }

    [ServerFact("nginx", LoadBalancer.NginxStream)]
    public async Task Nginx_Version1_BringsTheClientsAddressAndCard()
    {
        await using var portal = await StartAsync("V1");
        using var balancer = await LoadBalancer.NginxAsync(portal.Address);
        Assert.StartsWith(SignedIn, await SignInAsync(balancer.Port, "127.0.0.7"), StringComparison.Ordinal);
        Assert.Equal(("127.0.0.7", TestCards.Huisarts.UziNumber), (Address(portal), portal.Trail(AuditEventType.SignedIn)[0].Actor!.UziNumber));
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", true)]
    [InlineData("10.0.0.5", "10.0.0.6", false)]
    [InlineData("10.0.0.0/29", "10.0.0.7", true)]
    [InlineData("10.0.0.0/29", "10.0.0.8", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("::1", "127.0.0.1", false)]
    public void Contain_Address_IsInTheNetworkOrNot(string network, string address, bool contained) =>
        Assert.Equal(contained, ProxyProtocolSources.Of([network]).Contain(new IPEndPoint(IPAddress.Parse(address), 1)));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("10.0.0.5/24")]
    [InlineData("haproxy.example")]
    [InlineData("")]
    public void Read_EveryAddressOrNone_IsNoSource(string text) => Assert.Null(ProxyProtocolSources.Read(text));

    private static Task<PortalHost> StartAsync(string version, params (string Key, string Value)[] settings) =>
        PortalHost.StartAsync(NoEpd, [("Portal:ProxyProtocol", version), ("Portal:ProxyAddresses", "127.0.0.1"), .. settings]);

    private static string? Address(PortalHost portal) => portal.Trail(AuditEventType.SignedIn)[0].Actor!.Address;

    private static Task<string?> SignInAsync(PortalHost portal, string from, params byte[][] preamble) => SignInAsync(portal.Address.Port, from, preamble);

    private static async Task<string?> SignInAsync(int port, string from, params byte[][] preamble)
    {
        using var card = TestPki.Shared.Card();
        using var client = await RawClient.ConnectAsync(port, from, preamble);
        return await client.GetAsync("/inloggen", card);
    }
}
