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
    [InlineData(1366)]
    [InlineData(320)]
    public async Task Lists_WithMuchOnThem_HaveNoViolations(int width)
    {
        await using var hospital = await Hospital.StartAsync();
        // A kind of letter that no discharge leaves, and the shortest terms: so there are late ones.
        await using var portal = await Portal.StartAsync(hospital.Fhir, new Dictionary<string, string> { ["Letters__Clock__MessageHours"] = "1", ["Letters__Clock__LetterWorkdays"] = "1", ["Letters__Clock__Kinds__0"] = "Operatieverslag" });
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await OpenAsync(browser, width, dark: false);
        var page = window.Page;
        await OpenPatientAsync(page, 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet vast" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak los" }).WaitForAsync();
        var faults = await FaultsAsync(window, "pinned-patient", width, dark: false);
        await OpenPatientAsync(page, 1);
        await hospital.StepAsync();
        await page.GotoAsync("/patienten");
        await Assertions.Expect(page.Locator("#vastgezet a.zvp-hit__link")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#bekeken a.zvp-hit__link")).ToHaveCountAsync(1);
        Assert.NotEqual(0, await page.Locator(".zvp-label--new").CountAsync());
        faults.AddRange(await FaultsAsync(window, "list-pins-and-new", width, dark: false));
        await page.GetByRole(AriaRole.Button, new() { Name = "Overdracht afdrukken" }).ClickAsync();
        await page.Locator("#openstaand").WaitForAsync();
        faults.AddRange(await FaultsAsync(window, "handover", width, dark: false));
        await page.GotoAsync("/patienten/late-brieven");
        Assert.NotEqual(0, await page.Locator("#late-brieven tbody tr").CountAsync());
        faults.AddRange(await FaultsAsync(window, "late-letters", width, dark: false));
        await SearchLettersAsync(page);
        faults.AddRange(await FaultsAsync(window, "letters-found", width, dark: false));
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

    private static async Task OpenPatientAsync(IPage page, int number)
    {
        await page.GotoAsync("/patienten");
        await page.Locator("[aria-labelledby=opgenomen-t] a.zvp-hit__link").Nth(number).ClickAsync();
        await page.Locator("#waarom").WaitForAsync();
    }

    private static async Task SearchLettersAsync(IPage page)
    {
        await page.GotoAsync("/patienten");
        await page.Locator("#vastgezet a.zvp-hit__link").ClickAsync();
        await page.Locator("#waarom").WaitForAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/brieven");
        await page.Locator("#q").FillAsync("e");
        await page.Locator("#pdf").SelectOptionAsync("nee");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
        await page.Locator("#doorzocht").WaitForAsync();
        await page.Locator("#waarom").WaitForAsync();
        Assert.NotEqual(0, await page.Locator("#brievenlijst tbody tr").CountAsync());
    }

    private static Task<Window> OpenAsync(CardBrowser browser, int width, bool dark) =>
        browser.OpenAsync(WindowKind.ForAxe(width, dark));

    private static Task<List<string>> FaultsAsync(Window window, string name, int width, bool dark) =>
        window.FaultsAsync("pages", $"{name}-{width}{(dark ? "-dark" : "")}");
}
