using System.Text;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>H149, H150: callers that hold connections without using them. Limits are real time: the tests wait for the portal to close.</summary>
public sealed class SlowPeerTests : IAsyncLifetime
{
    private const int Many = 200;
    private SandboxEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await SandboxEpd.StartAsync();
        _portal = await PortalHost.StartAsync(_epd.Address);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H149_HandshakeThatNeverComes_IsClosedAndOthersAreServed()
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => RawConnection.ConnectAsync(_portal.Address)));
        await AssertServesAsync();

        foreach (var socket in sockets)
        {
            using (socket)
            {
                Assert.Equal(0, await ReceiveAsync(socket));
            }
        }
    }

    [Fact]
    public async Task H149_HeadersThatNeverEnd_AreClosedAndOthersAreServed()
    {
        var half = Encoding.Latin1.GetBytes("GET /help HTTP/1.1\r\nHost: localhost\r\nX-Slow: a");
        var slow = await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            var connection = await RawConnection.OpenAsync(_portal.Address);
            await connection.SendAsync(half);
            return connection;
        }));
        await AssertServesAsync();

        foreach (var answer in await Task.WhenAll(slow.Select(connection => connection.ReadToEndAsync())))
        {
            Assert.DoesNotContain("HTTP/1.1 200", Encoding.Latin1.GetString(answer), StringComparison.Ordinal);
        }
        Array.ForEach(slow, connection => connection.Dispose());
    }

    [Fact]
    public async Task H149_BodyThatNeverComes_IsClosedAndOthersAreServed()
    {
        var half = Encoding.Latin1.GetBytes(
            "POST /aanvragen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na");
        var slow = await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            var connection = await RawConnection.OpenAsync(_portal.Address);
            await connection.SendAsync(half);
            return connection;
        }));
        await AssertServesAsync();

        foreach (var answer in await Task.WhenAll(slow.Select(connection => connection.ReadToEndAsync())))
        {
            Assert.DoesNotContain("HTTP/1.1 200", Encoding.Latin1.GetString(answer), StringComparison.Ordinal);
        }
        Array.ForEach(slow, connection => connection.Dispose());
    }

    [Fact]
    public async Task H150_IdleConnectionsAndBadCards_NormalSignInStillWorks()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => RawConnection.OpenAsync(_portal.Address)));
        var bad = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var client = _portal.Client(TestPki.Shared.Card(TestCards.Onbekend));
            return (await client.GetAsync("/inloggen")).Code;
        }));
        Assert.All(bad, code => Assert.Equal("ZVP-L03", code));
        await AssertServesAsync();
        Array.ForEach(idle, connection => connection.Dispose());
    }

    private async Task AssertServesAsync()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
    }

    private static async Task<int> ReceiveAsync(System.Net.Sockets.Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1]).WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }
}
