using System.Text;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>Requests no browser makes: their host, their size, their method and their path (security.md §5).</summary>
[Collection(PortalJourneys.Name)]
public sealed class HostileRequestTests(PortalFixture fixture)
{
    private const string Host = "Host: localhost\r\n";
    private const string End = "Connection: close\r\n\r\n";

    [Theory]
    [InlineData("GET /help HTTP/1.1", "")]
    [InlineData("GET /help HTTP/1.1", "Host: localhost\r\nHost: evil.example\r\n")]
    [InlineData("GET /help HTTP/1.1", "Host: evil.example\r\n")]
    [InlineData("GET /help HTTP/1.1", "Host: localhost evil.example\r\n")]
    [InlineData("GET /help HTTP/1.1", "Host: user@localhost\r\n")]
    [InlineData("GET https://evil.example/help HTTP/1.1", "Host: localhost\r\n")]
    [InlineData("GET https://user:word@localhost/help HTTP/1.1", "Host: localhost\r\n")]
    [InlineData("GET //evil.example/help HTTP/3.7", "Host: localhost\r\n")]
    public async Task H146_HostThatIsNotThePortals_Is4xxOr505(string line, string host)
    {
        var answer = await AskAsync($"{line}\r\n{host}{End}");

        Assert.True(Status(answer) is 400 or 505, $"{line} {host}: {answer.Split('\r')[0]}");
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H147_TooManyOrTooLongHeadersOrAddress_AreRefusedBySize()
    {
        var many = string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: a\r\n"));
        Assert.Equal(431, Status(await AskAsync($"GET /help HTTP/1.1\r\n{Host}{many}{End}")));
        Assert.Equal(431, Status(await AskAsync($"GET /help HTTP/1.1\r\n{Host}X: {new string('a', 64 * 1024)}\r\n{End}")));
        Assert.Equal(414, Status(await AskAsync($"GET /{new string('a', 16 * 1024)} HTTP/1.1\r\n{Host}{End}")));
    }

    [Fact]
    public async Task H147_BodyOfMoreThanAMegabyte_IsRefusedBeforeItIsRead()
    {
        var answer = await AskAsync($"POST /aanvragen HTTP/1.1\r\n{Host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1048577\r\n{End}");

        Assert.Contains(Status(answer), (int[])[400, 413]);
    }

    [Fact]
    public async Task H147_ChunksWithoutEnd_AreCutOff()
    {
        using var connection = await RawConnection.OpenAsync(fixture.Portal.Address);
        await connection.SendAsync(Encoding.Latin1.GetBytes($"POST /aanvragen HTTP/1.1\r\n{Host}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var chunk = Encoding.Latin1.GetBytes("1000\r\n" + new string('a', 0x1000) + "\r\n");
        var sent = 0;
        while (sent < 64 * 1024 * 1024 && await connection.SendAsync(chunk))
        {
            sent += chunk.Length;
        }

        Assert.InRange(sent, 0, 8 * 1024 * 1024);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("GeT")]
    [InlineData("get")]
    [InlineData("DEBUG")]
    public async Task H151_MethodThatIsNotOurs_Is405(string method) =>
        Assert.Equal(405, Status(await AskAsync($"{method} /help HTTP/1.1\r\n{Host}{End}")));

    [Fact]
    public async Task H151_Connect_IsRefused() =>
        Assert.InRange(Status(await AskAsync($"CONNECT localhost:22 HTTP/1.1\r\n{Host}{End}")), 400, 405);

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task H151_HeaderThatNamesAnotherMethod_ChangesNothing(string header)
    {
        var answer = await fixture.Doctor.GetAsync("/help", (header, "DELETE"));
        var post = await fixture.Doctor.SendAsync(HttpMethod.Post, "/help", null, (header, "GET"));

        Assert.Equal(200, answer.Status);
        Assert.Contains(post.Status, (int[])[400, 405]);
    }

    [Theory]
    [InlineData("/beheer/..;/accounts")]
    [InlineData("/%62eheer/accounts")]
    [InlineData("//beheer/accounts")]
    [InlineData("/Beheer/Accounts/")]
    [InlineData("/beheer/accounts.")]
    [InlineData("/beheer%2faccounts")]
    [InlineData("/beheer/./accounts")]
    [InlineData("/help/../beheer/accounts")]
    [InlineData("/help/%2e%2e/beheer/accounts")]
    [InlineData("/beheer\\accounts")]
    [InlineData("/beheer/accounts%00")]
    [InlineData("/beheer/accounts;x=1")]
    [InlineData("/toezicht/inzagelog/")]
    public async Task H153_OtherSpellingOfAClosedPath_OpensNothing(string path)
    {
        using var card = TestPki.Shared.Card(TestCards.Huisarts2);
        using var doctor = await fixture.Portal.SignInAsync(card);
        using var connection = await RawConnection.OpenAsync(fixture.Portal.Address, card: card);
        await connection.SendAsync(Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\n{Host}Cookie: __Host-zvp={doctor.SessionCookie}\r\n{End}"));
        var answer = Encoding.UTF8.GetString(await connection.ReadToEndAsync());

        Assert.Contains(Status(answer), (int[])[400, 403, 404]);
        Assert.DoesNotContain("<table", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/web.config")]
    [InlineData("/ZorgverlenersPortaal.Portal.pdb")]
    [InlineData("/ZorgverlenersPortaal.Portal.dll")]
    [InlineData("/swagger")]
    [InlineData("/swagger/v1/swagger.json")]
    [InlineData("/debug")]
    [InlineData("/metrics")]
    [InlineData("/health")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/portal.db")]
    [InlineData("/lib/../appsettings.json")]
    [InlineData("/lib/%2e%2e/appsettings.json")]
    [InlineData("/package.json")]
    public async Task H154_FileOfTheProgramOrToolOfADeveloper_Is404(string path)
    {
        var answer = await AskAsync($"GET {path} HTTP/1.1\r\n{Host}{End}");

        // Without a session an address that is no page of the portal may also point to the sign-in page.
        Assert.Contains(Status(answer), (int[])[303, 400, 401, 404]);
        Assert.Equal(404, (await fixture.Doctor.GetAsync(path)).Status);
    }

    private Task<string> AskAsync(string request) => RawConnection.AskAsync(fixture.Portal.Address, request);

    private static int Status(string answer) =>
        answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
