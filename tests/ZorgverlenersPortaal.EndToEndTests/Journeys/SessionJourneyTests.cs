using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>Step-up, the warning before the end, and an end elsewhere, in a real browser with a card.</summary>
public sealed class SessionJourneyTests(Site site) : IClassFixture<Site>
{
    private const string Text = "Ik herken een sessie niet";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StepUp_SigningOutEverywhere_AsksForTheCardAndKeepsTheText(bool javaScript)
    {
        var folder = $"step-up{(javaScript ? "" : "-nojs")}";
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts2");
        await using var other = await browser.OpenAsync(WindowKind.Laptop);
        await other.Page.GotoAsync("/");
        await other.Page.GotoAsync("/sessies");
        await using var window = await browser.OpenAsync(WindowKind.Laptop with { JavaScript = javaScript });
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk je sessies" }).ClickAsync();
        await Expect(page.GetByText("Deze sessie", new() { Exact = true })).ToBeVisibleAsync();
        await window.PictureAsync(folder, "1-sessions");

        await page.GetByLabel("Opmerking").FillAsync(Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Overal uitloggen", Exact = true }).ClickAsync();
        await Expect(page.GetByText("We hebben je pas opnieuw gecontroleerd")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Opmerking")).ToHaveValueAsync(Text);
        await window.PictureAsync(folder, "2-card-proven");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, overal uitloggen" }).ClickAsync();
        await page.WaitForURLAsync("**/uitgelogd");
        // The other window hears it without asking.
        await Expect(other.Page.GetByText("Deze sessie is ergens anders gestopt")).ToBeVisibleAsync();
        await other.PictureAsync(folder, "3-other-window");
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }

    [BrowserFact]
    public async Task Elsewhere_SessionEndedFromAnotherWindow_HidesThePatientAtOnce()
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop);
        await window.Page.GotoAsync("/");
        await window.Page.Locator("a.zvp-hit__link").First.ClickAsync();
        await Expect(window.Page.Locator("#brieven")).ToBeVisibleAsync();
        await using var other = await browser.OpenAsync(WindowKind.Laptop);
        await other.Page.GotoAsync("/");
        await other.Page.GotoAsync("/sessies");
        await other.Page.Locator("tbody tr").Filter(new() { HasNotText = "Deze sessie" }).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(window.Page.GetByText("Deze sessie is ergens anders gestopt")).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".zvp-banner")).ToHaveCountAsync(0);
        await window.PictureAsync("elsewhere", "1-ended");
    }

    [BrowserFact]
    public async Task Warning_TwoMinutesBeforeTheEnd_CanBeAnsweredAndKeepsTypedText()
    {
        // Two minutes and some seconds of idle time: the warning comes soon after the typing, and its end can be waited for in a test.
        await using var portal = await Portal.StartAsync(site.Hospital.Fhir, new Dictionary<string, string> { ["Portal__IdleMinutes"] = "2.2" });
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GotoAsync("/sessies");
        await page.GetByLabel("Opmerking").FillAsync(Text);

        var dialog = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Ben je er nog?" });
        await Expect(dialog).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Blijf ingelogd" })).ToBeFocusedAsync();
        await window.PictureAsync("warning", "1-warning", whole: false);
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Opmerking")).ToHaveValueAsync(Text);

        await Expect(dialog).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();

        // Now nobody answers.
        await Expect(page.GetByText("Je was te lang niet actief.")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await Expect(page.Locator("textarea")).ToHaveCountAsync(0);
        await window.PictureAsync("warning", "2-ended");
        await page.GetByRole(AriaRole.Link, new() { Name = "Opnieuw inloggen" }).ClickAsync();
        await Expect(page.GetByLabel("Opmerking")).ToHaveValueAsync(Text);
        await window.PictureAsync("warning", "3-back");
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }

    [BrowserFact]
    public async Task Warning_Shown_HasNoViolations()
    {
        await using var portal = await Portal.StartAsync(site.Hospital.Fhir, new Dictionary<string, string> { ["Portal__IdleMinutes"] = "1.5" });
        await portal.AddAccountAsync("huisarts");
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Phone with { Dark = true, BypassCsp = true });
        await window.Page.GotoAsync("/");
        await window.Page.GotoAsync("/sessies");
        await Expect(window.Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await window.PictureAsync("warning", "4-phone", whole: false);
        var result = await window.Page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
