using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>Requests that no page of the portal makes.</summary>
[Collection(PortalJourneys.Name)]
public sealed class RequestRefusalTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("no-cors", "image")]
    [InlineData("cors", "empty")]
    [InlineData("same-origin", "empty")]
    public async Task Get_ByAnotherSite_IsRefused(string mode, string destination)
    {
        foreach (var path in (string[])["/patienten", "/patient/x", "/patient/x/brief/y", "/inloggen"])
        {
            var answer = await fixture.Doctor.GetAsync(path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));
            Assert.Equal(403, answer.Status);
            Assert.Empty(answer.Bytes);
        }
    }

    [Fact]
    public async Task Post_ByAnotherSitesForm_IsRefused()
    {
        using var form = new FormUrlEncodedContent([]);
        var answer = await fixture.Doctor.SendAsync(HttpMethod.Post, "/uitloggen", form, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"));
        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task Get_ALinkOnAnotherSite_Works()
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        var answer = await client.GetAsync("/inloggen", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"));
        Assert.Equal(303, answer.Status);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost.evil.example")]
    [InlineData("")]
    public async Task Get_ForAnotherHost_Is400(string host)
    {
        var answer = await OpenSsl.SendAsync(fixture.Portal.Address, $"GET /inloggen HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.Contains("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    public async Task Send_MethodThatNoPageHas_Is405OnEveryAddress(string method)
    {
        foreach (var path in (string[])["/patienten", "/patient/x", "/patient/x/brief/y", "/help", "/inloggen", "/uitloggen"])
        {
            var answer = await fixture.Doctor.SendAsync(new HttpMethod(method), path, null);
            Assert.Equal((405, path), (answer.Status, path));
            Assert.Null(answer.Header("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Post_WithTokenToAPageThatTakesNone_Is405()
    {
        var page = await fixture.Doctor.GetAsync("/patienten");
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal(405, (await fixture.Doctor.SendAsync(HttpMethod.Post, "/help/wat-zie-ik", form)).Status);
    }

    [Fact]
    public async Task Get_TheErrorPageItself_Is404()
    {
        foreach (var path in (string[])["/fout", "/fout/200", "/fout/503"])
        {
            var answer = await fixture.Doctor.GetAsync(path);
            Assert.Equal((404, "ZVP-N05"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Get_VeryLongAddress_IsRefused()
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        Assert.InRange((await client.GetAsync("/patient/" + new string('a', 20_000))).Status, 400, 431);
    }
}
