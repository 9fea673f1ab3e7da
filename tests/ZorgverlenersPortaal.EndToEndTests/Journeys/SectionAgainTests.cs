using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A section that failed is fetched again in its place, while the rest of the page stands still.</summary>
[Collection(Site.Shared)]
public sealed class SectionAgainTests
{
    [BrowserTheory]
    [InlineData(1366)]
    [InlineData(320)]
    public async Task Section_ThatFailed_ComesBackInItsPlace(int width)
    {
        await using var hospital = await Hospital.StartAsync();
        await using var portal = await Portal.StartAsync(hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync((width == 320 ? WindowKind.Phone : WindowKind.Laptop) with { BypassCsp = true });
        var page = window.Page;
        var address = await FirstRecord.OpenAsync(page) + "/klinische-chemie";
        await hospital.FaultAsync("status:500", "Observation", "DiagnosticReport");
        await page.GotoAsync(address);
        await page.Locator("#waarom").WaitForAsync();
        await page.EvaluateAsync("() => { window.stays = true; }");
        await page.Locator("#uitslagen a[href*='opnieuw=']").ClickAsync();
        await Expect(page.Locator("#uitslagen-t")).ToBeFocusedAsync();
        List<string> faults = [.. await window.FaultsAsync("section-again", $"1-failed-{width}")];

        await hospital.FaultAsync("none");
        await page.Locator("#uitslagen a[href*='opnieuw=']").ClickAsync();
        await Expect(page.Locator("#uitslagen .zvp-lab")).ToBeVisibleAsync();
        await Expect(page.Locator("#uitslagen-t")).ToBeFocusedAsync();
        await Expect(page.GetByText("Uitslagen: opnieuw opgehaald.")).ToBeAttachedAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.stays === true"), "the page was fetched whole");
        Assert.EndsWith("/klinische-chemie", page.Url, StringComparison.Ordinal);
        faults.AddRange(await window.FaultsAsync("section-again", $"2-back-{width}"));
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task Section_UnderTheStrictPolicy_ComesWithoutComplaint()
    {
        await using var hospital = await Hospital.StartAsync();
        await using var portal = await Portal.StartAsync(hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop);
        var page = window.Page;
        await page.GotoAsync(await FirstRecord.OpenAsync(page) + "/klinische-chemie");
        await page.Locator("#waarom").WaitForAsync();

        await page.Locator("#uitslagen .zvp-source a").ClickAsync();
        await Expect(page.Locator("#uitslagen-t")).ToBeFocusedAsync();

        Assert.EndsWith("/klinische-chemie", page.Url, StringComparison.Ordinal);
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }
}
