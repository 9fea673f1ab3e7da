using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>What a real browser keeps of a doctor's work: four cookies that scripts cannot read, and nothing else.</summary>
public sealed class BrowserStorageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] _cookies = ["__Host-zvp", "__Host-zvp-bericht", "__Host-zvp-einde", "__Host-zvp-form"];

    [BrowserFact]
    public async Task R5_ListRecordLettersAndSearch_LeaveNothingInTheBrowser()
    {
        await using var card = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await card.OpenAsync(WindowKind.Laptop);
        var page = window.Page;
        var record = await FirstRecord.OpenAsync(page);
        foreach (var address in (string[])[record + "/brieven", record + "/klinische-chemie", record + "/medicatie", "/zoeken", "/patienten/late-brieven", "/account", "/help"])
        {
            await page.GotoAsync(address);
            Assert.Equal("0 0 0 0 0 none", await KeptAsync(page));
        }

        var cookies = await page.Context.CookiesAsync();
        Assert.Empty(cookies.Select(cookie => cookie.Name).Except(_cookies));
        Assert.All(cookies, cookie => Assert.True(cookie is { HttpOnly: true, Secure: true, Expires: -1 }, cookie.Name + " lasts, or can be read"));
    }

    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length, document.cookie || 'none'].join(' ')
        """);
}
