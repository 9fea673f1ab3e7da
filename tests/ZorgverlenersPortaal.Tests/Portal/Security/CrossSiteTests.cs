using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>What another site, or another user, may make a doctor's browser do: nothing (H115, H116, H118, H122).</summary>
[Collection(PortalJourneys.Name)]
public sealed class CrossSiteTests(PortalFixture fixture)
{
    private const string Token = "__RequestVerificationToken";

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/x")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task H115_AddressToGoBackTo_IsNeverAnotherSites(string address)
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Huisarts2));
        foreach (var name in (string[])["returnUrl", "ReturnUrl", "naar", "terug", "next", "url", "concept", "einde"])
        {
            foreach (var page in (string[])["/inloggen", "/", "/inloggen/verder", "/uitgelogd", "/fout/404", "/zoeken", "/sessies"])
            {
                var answer = await client.GetAsync($"{page}?{name}={address}");
                Assert.True(answer.Location is null || (answer.Location.StartsWith('/') && !answer.Location.StartsWith("//", StringComparison.Ordinal)
                    && !answer.Location.StartsWith("/\\", StringComparison.Ordinal)), $"{page}?{name}= went to {answer.Location}");
                Assert.DoesNotContain("href=\"" + address, answer.Text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task H116_FormWithoutTokenOrWithAnothers_ChangesNothing()
    {
        using var other = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var theirs = (await other.GetAsync("/patienten")).Page.QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;
        using var mine = await fixture.Portal.SignInAsync(TestPki.Shared.Card());

        foreach (var content in (HttpContent[])[new FormUrlEncodedContent([]), new FormUrlEncodedContent([new(Token, theirs)]), new FormUrlEncodedContent([new(Token, "x")]),
            new StringContent($"{Token}={Uri.EscapeDataString(theirs)}", System.Text.Encoding.UTF8, "text/plain"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json")])
        {
            using (content)
            {
                Assert.Equal(400, (await mine.SendAsync(HttpMethod.Post, "/uitloggen", content)).Status);
            }
        }
        await mine.GetAsync("/uitloggen");
        Assert.Equal(200, (await mine.GetAsync("/patienten")).Status);
    }

    [Theory]
    [InlineData("a%0d%0aSet-Cookie:x=1")]
    [InlineData("a%0aX-Injected:1")]
    [InlineData("a%E5%98%8A%E5%98%8DX-Injected:1")]
    [InlineData("a%c4%8d%c4%8aX-Injected:1")]
    public async Task H122_LineInAnAddress_BecomesNoHeader(string text)
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card(TestCards.Huisarts2));
        foreach (var path in (string[])[$"/{text}", $"/help?x={text}", $"/inloggen?einde={text}", $"/fout/{text}", $"/help/handleiding/{text}", $"/patient/{text}", $"/inloggen/verder?concept={text}"])
        {
            var answer = await client.GetAsync(path);
            Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
            Assert.Null(answer.Header("X-Injected"));
            Assert.DoesNotContain("x=1", answer.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task H118_EveryPageOfADoctor_ForbidsOtherSitesToLoadIt()
    {
        var letter = fixture.Own.SelectMany(p => p.Letters.Where(l => l.CanOpen).Select(l => fixture.Portal.LetterPath(p.Id, l.Id, fixture.DoctorSession))).First();
        foreach (var path in (string[])["/patienten", fixture.DoctorsPath(fixture.Own.First().Id), letter])
        {
            foreach (var (mode, destination) in ((string, string)[])[("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe")])
            {
                var answer = await fixture.Doctor.GetAsync(path, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));
                Assert.True(answer.Status == 403 || (mode == "navigate" && answer.Header("X-Frame-Options") is "DENY" or "SAMEORIGIN"), $"{path} {mode} {destination}: {answer.Status}");
                Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
            }
        }
    }
}
