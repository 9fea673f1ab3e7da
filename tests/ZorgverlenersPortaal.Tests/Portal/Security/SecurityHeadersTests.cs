using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>What every answer carries, whatever made it (security.md §1.3 items 13-22, 34).</summary>
[Collection(PortalJourneys.Name)]
public sealed class SecurityHeadersTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("/patienten", 200)]
    [InlineData("/help", 200)]
    [InlineData("/", 303)]
    [InlineData("/nergens", 404)]
    [InlineData("/patient/onzin", 404)]
    [InlineData("/patient/onzin/brief/onzin", 404)]
    [InlineData("/lib/portal.css", 200)]
    [InlineData("/lib/weg.css", 404)]
    public async Task Get_AnyAddress_CarriesEveryHeader(string path, int status)
    {
        var answer = await fixture.Doctor.GetAsync(path);
        Assert.Equal(status, answer.Status);
        AssertHardened(answer);
    }

    [Fact]
    public async Task Get_RefusedSignIn_CarriesEveryHeader()
    {
        using var client = fixture.Portal.Client(null);
        AssertHardened(await client.GetAsync("/inloggen"));
        AssertHardened(await client.GetAsync("/patienten"));
        AssertHardened(await client.GetAsync("/patient/x/brief/y"));
    }

    [Fact]
    public async Task Get_Exception_CarriesEveryHeader()
    {
        await using var fault = await fixture.Epd.FaultAsync("down503");
        var answer = await fixture.Doctor.GetAsync("/patienten");
        Assert.Equal(503, answer.Status);
        AssertHardened(answer);
    }

    [Fact]
    public async Task Get_NothingButFingerprintedFiles_IsKept()
    {
        foreach (var path in (string[])["/patienten", "/help", "/nergens", "/lib/portal.css"])
        {
            Assert.Contains("no-store", (await fixture.Doctor.GetAsync(path)).Header("Cache-Control"), StringComparison.Ordinal);
        }

        var page = await fixture.Doctor.GetAsync("/help");
        var style = page.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.NotEqual("/lib/portal.css", style);
        var kept = await fixture.Doctor.GetAsync(style);
        Assert.Equal(200, kept.Status);
        Assert.NotEmpty(kept.Bytes);
        AssertHardened(kept);
    }

    [Fact]
    public async Task Get_FromAnotherOrigin_GivesNoCorsAndNoCompression()
    {
        var answer = await fixture.Doctor.GetAsync("/patienten", ("Origin", "https://evil.example"), ("Accept-Encoding", "gzip, br"));
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Null(answer.Header("Content-Encoding"));
    }

    private static void AssertHardened(PortalAnswer answer)
    {
        var policy = answer.Header("Content-Security-Policy");
        Assert.NotNull(policy);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var directive in (string[])["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
        {
            Assert.Contains(directive, policy, StringComparison.Ordinal);
        }

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.NotNull(answer.Header("Permissions-Policy"));
        Assert.Null(answer.Header("Strict-Transport-Security")); // localhost: only a hospital's own origin says so
        Assert.NotNull(answer.Header("Cache-Control"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
    }
}
