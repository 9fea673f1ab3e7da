using System.Net;
using System.Net.Security;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>H148: what HTTP/2 lets a caller do to a server. The connection ends, or is answered; others notice nothing.</summary>
[Collection(PortalJourneys.Name)]
public sealed class Http2AbuseTests(PortalFixture fixture)
{
    private const int Flood = 20_000;

    [Fact]
    public async Task H148_RapidReset_EndsTheConnection()
    {
        using var connection = await OpenAsync();

        Assert.True(await FloodAsync(connection, i => [.. Http2Frames.Get(1 + 2 * i, "/help"), .. Http2Frames.Reset(1 + 2 * i)]) < Flood);
        await AssertServesAsync();
    }

    [Fact]
    public async Task H148_ContinuationsWithoutEnd_EndTheConnection()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Http2Frames.GetWithoutEnd(1, "/help"));
        var fields = Enumerable.Range(0, 100).SelectMany(i => Http2Frames.Field($"x-{i}", new string('a', 100))).ToArray();

        Assert.True(await FloodAsync(connection, _ => Http2Frames.Continuation(1, fields)) < Flood);
        await AssertServesAsync();
    }

    [Fact]
    public async Task H148_EmptyContinuationsWithoutEnd_EndTheConnectionOrAreHeldAtNoCost()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Http2Frames.GetWithoutEnd(1, "/help"));
        await FloodAsync(connection, _ => Http2Frames.Continuation(1, []));

        await AssertServesAsync();
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("settings")]
    public async Task H148_FloodThatAsksForAnswersNobodyReads_HindersNobody(string what)
    {
        using var connection = await OpenAsync();
        await FloodAsync(connection, _ => what == "ping" ? Http2Frames.Ping : Http2Frames.Settings);

        await AssertServesAsync();
    }

    [Fact]
    public async Task H148_FieldsThatGrowWhenUnpacked_EndTheConnection()
    {
        using var connection = await OpenAsync();
        // One field of 3 kB put in the table, then named 10,000 times by a byte each (index 62 is the first of the caller's own).
        byte[] stored = [0x40, 1, (byte)'x', 0x7f, 0xb9, 0x16, .. Enumerable.Repeat((byte)'a', 3000)];
        byte[] request = [0x82, 0x87, .. Http2Frames.Field(":authority", "localhost"), 0x84, .. stored, .. Enumerable.Repeat((byte)0xbe, 10_000)];

        await connection.SendAsync(Http2Frames.Frame(0x1, 0x5, 1, request));

        await AssertEndedAsync(connection);
        await AssertServesAsync();
    }

    [Fact]
    public async Task H148_WindowThatOverflows_EndsTheConnection()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Http2Frames.WindowUpdate(0, int.MaxValue));
        await connection.SendAsync(Http2Frames.WindowUpdate(0, int.MaxValue));

        await AssertEndedAsync(connection);
    }

    [Theory]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("connection", "keep-alive")]
    [InlineData("X-Upper", "a")]
    [InlineData("x-a", "a\r\nx-b: b")]
    [InlineData("x-a", "a\0b")]
    [InlineData(":path", "/patienten")]
    public async Task H148_FieldThatHttp2Forbids_IsNeverTaken(string name, string value)
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(Http2Frames.Get(1, "/help", (name, value)));

        await AssertEndedAsync(connection);
        await AssertServesAsync();
    }

    private async Task<RawConnection> OpenAsync()
    {
        var connection = await RawConnection.OpenAsync(fixture.Portal.Address, SslApplicationProtocol.Http2);
        await connection.SendAsync(Http2Frames.Preface);
        return connection;
    }

    /// <summary>Sends until the other side closes, or no longer takes anything; how many it took.</summary>
    private static async Task<int> FloodAsync(RawConnection connection, Func<int, byte[]> frame)
    {
        using var blocked = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (var i = 0; i < Flood; i++)
        {
            var sending = connection.SendAsync(frame(i));
            if (await Task.WhenAny(sending, Task.Delay(Timeout.Infinite, blocked.Token)) != sending || !await sending)
            {
                return i;
            }
        }
        return Flood;
    }

    /// <summary>It ends by a GOAWAY, a reset stream or a refusal (RFC 7541 appendix A: 0x88 is ":status: 200"), never by a page.</summary>
    private static async Task AssertEndedAsync(RawConnection connection)
    {
        var type = 0;
        while (type is not (0x3 or 0x7))
        {
            var head = new byte[9];
            if (!await FillAsync(connection, head))
            {
                return;
            }
            type = head[3];
            var payload = new byte[(head[0] << 16) + (head[1] << 8) + head[2]];
            await FillAsync(connection, payload);
            if (type == 0x1)
            {
                Assert.NotEqual(0x88, payload[0]);
                return;
            }
        }
    }

    private static async Task<bool> FillAsync(RawConnection connection, Memory<byte> into)
    {
        while (into.Length > 0)
        {
            var read = await connection.ReadAsync(into);
            if (read == 0)
            {
                return false;
            }
            into = into[read..];
        }
        return true;
    }

    private async Task AssertServesAsync()
    {
        using var other = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Huisarts2), HttpVersion.Version20);
        Assert.Equal(200, (await other.GetAsync("/help")).Status);
    }
}
