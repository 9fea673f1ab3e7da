using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>
/// Every page that a menu leads to, walked as each kind of doctor but the GP (whose pages all other journeys walk): wide with script, and
/// narrow without it.
/// </summary>
public sealed class EachDoctorTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    [BrowserTheory]
    [InlineData("ouderengeneeskunde", true)]
    [InlineData("ouderengeneeskunde", false)]
    [InlineData("avg", true)]
    [InlineData("avg", false)]
    [InlineData("waarnemer", true)]
    [InlineData("waarnemer", false)]
    public async Task Walk_EveryPage_StaysWithOnePatientAndFits(string card, bool javaScript)
    {
        var kind = javaScript ? WindowKind.Laptop : WindowKind.Phone with { JavaScript = false };
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync(card);
        await using var browser = await CardBrowser.StartAsync(portal, card);
        await using var window = await browser.OpenAsync(kind);
        var page = window.Page;
        if (card == "waarnemer")
        {
            await StandInAsync(portal, page);
        }

        await page.GotoAsync("/");
        var pages = await AddressesAsync(page, ".zvp-mainnav a");
        await page.Locator("a.zvp-hit__link").First.ClickAsync();
        var name = await page.Locator(".zvp-id__name").InnerTextAsync();
        var parts = await AddressesAsync(page, ".zvp-side a:not(.zvp-side__back)");
        Assert.True(parts.Count >= 10, $"{parts.Count} parts of a record");
        foreach (var part in parts)
        {
            await LookAsync(part);
            await Expect(page.Locator(".zvp-id__name")).ToHaveTextAsync(name, new() { UseInnerText = true });
        }
        foreach (var other in pages.Concat(["/sessies", "/patienten/overdracht", "/patienten/late-brieven", "/patienten/zoeken", "/help/handleiding"]))
        {
            await LookAsync(other);
            await Expect(page.Locator(".zvp-banner")).ToHaveCountAsync(0);
        }
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));

        async Task LookAsync(string address)
        {
            var answer = await page.GotoAsync(address);
            Assert.True(answer!.Status == 200, $"{address}: {answer.Status}");
            // The summary has the patient's handle for an address, another one every day.
            await window.PictureAsync(Path.Combine("each-doctor", $"{card}-{kind}"), address == parts[0] ? "samenvatting" : address.Split('/')[^1]);
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
            var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(tooWide <= 0, $"{address}: {tooWide} px wider than the window");
        }
    }

    /// <summary>The GP asks by the form, the locum accepts: the only way she sees a patient.</summary>
    private static async Task StandInAsync(Portal portal, IPage locum)
    {
        await portal.AddAccountAsync("huisarts");
        await using var card = await CardBrowser.StartAsync(portal, "huisarts");
        await using var giver = await card.OpenAsync(WindowKind.Laptop);
        await giver.Page.GotoAsync("/");
        await giver.Page.GotoAsync("/waarneming");
        await DelegationTyping.FillInByKeyboardAsync(giver.Page, portal.Pki.Numbers("waarnemer").Uzi, when: "", note: "");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, waarneming vragen" }).ClickAsync();
        await Expect(giver.Page.GetByText("Je verzoek is vastgelegd.")).ToBeVisibleAsync();
        await locum.GotoAsync("/");
        await Expect(locum.Locator("a.zvp-hit__link")).ToHaveCountAsync(0);
        await locum.GotoAsync("/waarneming");
        await locum.GetByRole(AriaRole.Button, new() { Name = "Aanvaarden" }).ClickAsync();
        await Expect(locum.GetByText("Je hebt de waarneming aanvaard.")).ToBeVisibleAsync();
    }

    private static async Task<List<string>> AddressesAsync(IPage page, string links)
    {
        var all = await page.Locator(links).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').split('#')[0])");
        return [.. all.Distinct(StringComparer.Ordinal)];
    }
}
