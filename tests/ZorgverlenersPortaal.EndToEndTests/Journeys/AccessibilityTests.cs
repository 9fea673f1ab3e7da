using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>Every page by axe, light and dark, wide and narrow; at 320 px nothing scrolls sideways (WCAG 1.4.10).</summary>
[Collection(Site.Shared)]
public sealed class AccessibilityTests(Site site)
{
    public static TheoryData<int, bool> Windows => new() { { 1366, false }, { 1366, true }, { 320, false }, { 320, true } };

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Pages_WithACard_HaveNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await OpenAsync(browser, width, dark);
        var page = window.Page;
        await page.GotoAsync("/");
        var faults = await FaultsAsync(window, "list", width, dark);
        await page.Locator("a.zvp-hit__link").First.ClickAsync();
        await page.Locator("#brieven").WaitForAsync();
        faults.AddRange(await FaultsAsync(window, "patient", width, dark));
        await page.GotoAsync("/patient/bestaat-niet");
        faults.AddRange(await FaultsAsync(window, "not-found", width, dark));
        await page.GotoAsync("/help");
        faults.AddRange(await FaultsAsync(window, "help", width, dark));
        await page.GotoAsync("/help/waarom-niet");
        faults.AddRange(await FaultsAsync(window, "why-not", width, dark));
        await page.GotoAsync("/sessies");
        faults.AddRange(await FaultsAsync(window, "sessions", width, dark));
        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/uitgelogd");
        faults.AddRange(await FaultsAsync(window, "signed-out", width, dark));
        Assert.Empty(faults);
    }

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Pages_WithoutACard_HaveNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, card: null);
        await using var window = await OpenAsync(browser, width, dark);
        await window.Page.GotoAsync("/");
        Assert.Equal("We zien geen UZI-pas", await window.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(await FaultsAsync(window, "no-card", width, dark));
    }

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Pages_WithACardNobodyKnows_HaveNoViolations(int width, bool dark)
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "onbekend");
        await using var window = await OpenAsync(browser, width, dark);
        await window.Page.GotoAsync("/");
        Assert.Equal("Je pas is niet bekend in het portaal", await window.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(await FaultsAsync(window, "unknown-card", width, dark));
    }

    private static Task<Window> OpenAsync(CardBrowser browser, int width, bool dark) =>
        browser.OpenAsync((width == 320 ? WindowKind.Phone : WindowKind.Laptop) with { Dark = dark, BypassCsp = true });

    private static Task<List<string>> FaultsAsync(Window window, string name, int width, bool dark) =>
        window.FaultsAsync("pages", $"{name}-{width}{(dark ? "-dark" : "")}");
}
