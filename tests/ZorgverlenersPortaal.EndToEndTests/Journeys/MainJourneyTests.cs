using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>The main job in a real browser with a card: list, patient, letter, sign out.</summary>
[Collection(Site.Shared)]
public sealed class MainJourneyTests(Site site)
{
    [BrowserTheory]
    [InlineData(1366, true)]
    [InlineData(320, true)]
    [InlineData(1366, false)]
    [InlineData(320, false)]
    public async Task H119_Walk_WithACard_FromListToLetterAndOut(int width, bool javaScript)
    {
        var kind = (width == 320 ? WindowKind.Phone : WindowKind.Laptop) with { JavaScript = javaScript };
        var folder = $"journey-{kind}";
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(kind);
        var page = window.Page;

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mijn patiënten in het ziekenhuis" })).ToBeVisibleAsync();
        await window.PictureAsync(folder, "1-list");

        await page.Locator("a.zvp-hit__link").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Behandelbeperking" })).ToBeVisibleAsync();
        await Expect(page.Locator("#brieven")).ToBeVisibleAsync();
        await window.PictureAsync(folder, "2-patient");

        var patient = page.Url;
        await page.Locator("#brieven a[href*='/brief/']").First.ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/brief/", StringComparison.Ordinal));
        if (javaScript)
        {
            // The browser's own viewer is made of script: where Playwright takes script away, that viewer is blank too.
            await LetterViewer.ShowsAPageAsync(page);
        }
        await window.PictureAsync(folder, "3-letter", whole: false);

        await page.GoBackAsync();
        Assert.Equal(patient, page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Je bent uitgelogd" })).ToBeVisibleAsync();
        await window.PictureAsync(folder, "4-signed-out");

        // The card is still in its reader: going back asks, it does not sign in by itself.
        await page.GoBackAsync();
        await Expect(page.GetByText("Je sessie is gestopt")).ToBeVisibleAsync();
        await Expect(page.Locator(".zvp-banner, .zvp-hit")).ToHaveCountAsync(0);
        await window.PictureAsync(folder, "5-back");
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }
}
