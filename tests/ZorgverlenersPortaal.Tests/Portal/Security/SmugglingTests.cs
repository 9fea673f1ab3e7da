using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>H145: requests whose end can be read in two ways never get a second answer.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SmugglingTests(PortalFixture fixture)
{
    private const string Hidden = "GET /help HTTP/1.1\r\nHost: localhost\r\nX-Hidden: 1\r\nConnection: close\r\n\r\n";

    /// <summary>What stands between the Host line and the hidden request, by name.</summary>
    public static TheoryData<string, string> Variants => new()
    {
        { "length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" },
        { "two lengths", "Content-Length: 0\r\nContent-Length: 100\r\n\r\n" },
        { "list of lengths", "Content-Length: 0, 100\r\n\r\n" },
        { "length with a letter", "Content-Length: 0a\r\n\r\n" },
        { "negative length", "Content-Length: -1\r\n\r\n" },
        { "hexadecimal length", "Content-Length: 0x0\r\n\r\n" },
        { "length that overflows", "Content-Length: 18446744073709551616\r\n\r\n" },
        { "space in a length", "Content-Length: 0 0\r\n\r\n" },
        { "unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
        { "chunked is not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
        { "vertical tab before chunked", "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n" },
        { "space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" },
        { "folded line", "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" },
        { "line without a colon", "Transfer-Encoding chunked\r\n\r\n0\r\n\r\n" },
        { "space before the name", " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "zero in the name", "Transfer-\0Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "carriage return in a value", "X: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "chunk size that overflows", "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n" },
        { "chunk size with a prefix", "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" },
        { "line feed in a chunk's extension", "Transfer-Encoding: chunked\r\n\r\n1;a\nb\r\nx\r\n0\r\n\r\n" },
        { "chunk without its end", "Transfer-Encoding: chunked\r\n\r\n1\r\nxyz0\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task H145_RequestWithTwoEnds_IsRefusedAndTheHiddenOneNeverAnswered(string name, string rest)
    {
        var answer = await RawConnection.AskAsync(fixture.Portal.Address, $"POST /inloggen HTTP/1.1\r\nHost: localhost\r\n{rest}{Hidden}");

        Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 501", StringComparison.Ordinal), $"{name}: {answer.Split('\r')[0]}");
        Assert.Equal((name, 1), (name, answer.Split("HTTP/1.1 ").Length - 1));
    }

    [Fact]
    public async Task H145_LengthWithAPlus_IsReadAsItsNumber()
    {
        // Kestrel is lenient here. Nobody reads HTTP before it (docs/adr/0002), so nobody can read this otherwise: these are two requests.
        var answer = await RawConnection.AskAsync(fixture.Portal.Address, $"POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Length: +0\r\n\r\n{Hidden}");

        Assert.Equal(2, answer.Split("HTTP/1.1 ").Length - 1);
    }
}
