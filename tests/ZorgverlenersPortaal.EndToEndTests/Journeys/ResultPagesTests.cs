using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>The course of a test by axe, with a picture of it.</summary>
[Collection(Site.Shared)]
public sealed class ResultPagesTests(Site site)
{
    [BrowserTheory]
    [InlineData(1366, false)]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Course_OfATest_HasNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.ForAxe(width, dark));
        var page = window.Page;
        await page.GotoAsync(await FirstRecord.OpenAsync(page) + "/klinische-chemie");
        await page.Locator("#waarom").WaitForAsync();
        await page.Locator("a[href*='?bepaling=']").First.ClickAsync();
        await page.Locator("#verloop svg .mark").First.WaitForAsync();
        await page.Locator("#waarom").WaitForAsync();

        Assert.Empty(await window.FaultsAsync("results", $"course-{width}{(dark ? "-dark" : "")}"));
    }
}
