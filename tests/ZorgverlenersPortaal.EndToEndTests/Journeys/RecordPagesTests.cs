using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>Every part of a record by axe, light and dark, wide and narrow, with a picture of each.</summary>
[Collection(Site.Shared)]
public sealed class RecordPagesTests(Site site)
{
    private static readonly string[] _parts =
        ["zorgmomenten", "dossier", "brieven", "medicatie", "klinische-chemie", "microbiologie", "nucleair", "pathologie", "radiologie", "overige-uitslagen"];

    [BrowserTheory]
    [InlineData(1366, false)]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Parts_OfARecord_HaveNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.ForAxe(width, dark));
        var page = window.Page;
        var record = await FirstRecord.OpenAsync(page);
        List<string> faults = [];
        foreach (var part in _parts)
        {
            await page.GotoAsync($"{record}/{part}");
            await page.Locator("#waarom").WaitForAsync();
            faults.AddRange(await window.FaultsAsync("record", $"{part}-{width}{(dark ? "-dark" : "")}"));
        }
        Assert.Empty(faults);
    }

    [BrowserTheory]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    public async Task Letter_OnItsPage_HasNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.ForAxe(width, dark));
        var page = await OpenLetterAsync(window.Page);
        List<string> faults = [.. await window.FaultsAsync("record", $"brief-{width}{(dark ? "-dark" : "")}")];
        await page.GotoAsync("/patienten/late-brieven");
        faults.AddRange(await window.FaultsAsync("record", $"late-brieven-{width}{(dark ? "-dark" : "")}"));
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Letter_OnItsPage_ShowsItsPdfUnderTheStrictPolicy()
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop);
        var page = await OpenLetterAsync(window.Page);

        await LetterViewer.ShowsAPageAsync(page);

        await window.PictureAsync("record", "brief-pdf");
    }

    private static async Task<Microsoft.Playwright.IPage> OpenLetterAsync(Microsoft.Playwright.IPage page)
    {
        await page.GotoAsync(await FirstRecord.OpenAsync(page) + "/brieven");
        await page.Locator("tr:has(.zvp-hit__other) a.zvp-hit__link").First.ClickAsync();
        await page.Locator("iframe").WaitForAsync();
        return page;
    }
}
