using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>An open list in a real browser while the hospital goes on: told softly, and nothing moves.</summary>
public sealed class LiveListTests(Site site) : IClassFixture<Site>
{
    [BrowserTheory]
    [InlineData(1366)]
    [InlineData(320)]
    public async Task List_WhileSomebodyIsAdmitted_SaysSoAndMovesNothing(int width)
    {
        await using var hospital = await Hospital.StartAsync();
        await using var portal = await Portal.StartAsync(hospital.Fhir, new Dictionary<string, string> { ["Epd__PollSeconds"] = "10" });
        await portal.AddAccountAsync("huisarts");
        var kind = width == 320 ? WindowKind.Phone : WindowKind.Laptop;
        await using var browser = await CardBrowser.StartAsync(portal, "huisarts");
        await using var window = await browser.OpenAsync(kind);
        var page = window.Page;
        await page.GotoAsync("/");
        var live = page.Locator("[data-live]");
        var note = page.Locator("[data-live-note]");
        await Expect(live.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(note).ToBeHiddenAsync();
        await window.PictureAsync($"live-{width}", "1-live", whole: false);
        var rows = await page.Locator("a.zvp-hit__link").CountAsync();
        var place = await page.Locator("a.zvp-hit__link").First.BoundingBoxAsync();

        await hospital.StepAsync();
        await Expect(note.GetByText("De lijst is gewijzigd.")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-live-say]")).ToHaveTextAsync("De lijst is gewijzigd.");
        await Expect(live.GetByText("Niet live", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(rows, await page.Locator("a.zvp-hit__link").CountAsync());
        var still = await page.Locator("a.zvp-hit__link").First.BoundingBoxAsync();
        Assert.Equal((place!.X, place.Y), (still!.X, still.Y));
        await window.PictureAsync($"live-{width}", "2-changed", whole: false);

        await note.GetByRole(AriaRole.Link, new() { Name = "Vernieuwen" }).ClickAsync();
        await Expect(page.Locator("a.zvp-hit__link")).ToHaveCountAsync(rows + 1);
        await Expect(note).ToBeHiddenAsync();

        if (kind == WindowKind.Laptop)
        {
            // A minute without a request: the server closes the channel, and the page says so.
            await Expect(note.GetByText("Deze lijst is niet meer live.")).ToBeVisibleAsync(new() { Timeout = 180_000 });
            await window.PictureAsync($"live-{width}", "3-lost", whole: false);
        }
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
    }

    [BrowserFact]
    public async Task List_WithTheNote_HasNoViolations()
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Phone with { BypassCsp = true });
        await window.Page.RouteAsync("**/patienten/kanaal*", route => route.AbortAsync());
        await window.Page.GotoAsync("/");
        await Expect(window.Page.Locator("[data-live-note]")).ToBeVisibleAsync();
        var result = await window.Page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [BrowserFact]
    public async Task List_WithoutJavaScript_ClaimsNothing()
    {
        await using var browser = await CardBrowser.StartAsync(site.Portal, "huisarts");
        await using var window = await browser.OpenAsync(WindowKind.Laptop with { JavaScript = false });
        await window.Page.GotoAsync("/");
        await Expect(window.Page.Locator("[data-live]")).ToContainTextAsync("Opgehaald om");
        await Expect(window.Page.Locator("[data-live]")).Not.ToContainTextAsync("Live");
        await Expect(window.Page.Locator("[data-live-note]")).ToBeHiddenAsync();
    }
}
