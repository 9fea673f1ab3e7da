using System.Globalization;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A doctor looks at a record as it was, on paper too; the officer sees the same versions again; by axe.</summary>
public sealed class PastJourneyTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    /// <summary>Of the fourth admitted patient a directive was ended three days ago.</summary>
    private const string Patient = "pat-00004";

    [BrowserTheory]
    [InlineData(1366, false)]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    public async Task Walk_FromTheSummaryToThePastAndToWhatWasSeen_WithoutAFault(int width, bool dark)
    {
        var kind = WindowKind.ForAxe(width, dark);
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await portal.AddStaffAsync("functionaris", "functionaris");
        List<string> faults = [];
        await using (var card = await CardBrowser.StartAsync(portal, "huisarts"))
        {
            await using var doctor = await card.OpenAsync(kind);
            faults.AddRange(await LookAsync(doctor, kind));
        }
        await using var officerCard = await CardBrowser.StartAsync(portal, "functionaris");
        await using var officer = await officerCard.OpenAsync(kind);
        faults.AddRange(await SeeAsync(officer, kind));
        Assert.Empty(faults);
        Assert.True(officer.Complaints.Count == 0, string.Join('\n', officer.Complaints));
    }

    private async Task<List<string>> LookAsync(Window window, WindowKind kind)
    {
        var page = window.Page;
        await page.GotoAsync("/");
        await page.Locator("tr, li").Filter(new() { HasText = await fixture.Hospital.BornAsync(Patient) }).Locator("a.zvp-hit__link").First.ClickAsync();
        await page.Locator("#waarom").WaitForAsync();
        await page.GetByText("Bekijk zoals op een eerder tijdstip").ClickAsync();
        List<string> faults = [.. await window.FaultsAsync("past", $"1-form-{kind}")];
        // Five days ago: before it was ended, whatever midnight passes meanwhile.
        var day = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Amsterdam").AddDays(-5);
        await page.GetByLabel("Datum", new() { Exact = true }).FillAsync(day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture));
        await page.GetByLabel("Tijd", new() { Exact = true }).FillAsync("12:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk zoals het toen was" }).ClickAsync();
        await Expect(page.Locator(".zvp-past")).ToContainTextAsync("Niet gebruiken als huidige stand.");
        await Expect(page.Locator("#behandelaanwijzingen li").Filter(new() { HasText = "Niet reanimeren" })).ToContainTextAsync("versie 1 van");
        faults.AddRange(await window.FaultsAsync("past", $"2-past-{kind}"));
        // Scrolled to the end, the strip is still there.
        await page.Locator("#waarom").ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator(".zvp-past")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Afdrukken" }).ClickAsync();
        await page.Locator("[data-print-now]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".zvp-past")).ToBeVisibleAsync();
        await window.PictureAsync("past", $"3-paper-{kind}");
        Assert.True(window.Complaints.Count == 0, string.Join('\n', window.Complaints));
        return faults;
    }

    private static async Task<List<string>> SeeAsync(Window window, WindowKind kind)
    {
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Inzagelog" }).ClickAsync();
        await page.Locator("tbody tr").Filter(new() { HasText = "Bekeken zoals het was: behandelbeperkingen" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByLabel("Waarom wil je dit zien?").FillAsync("Vraag van de patiënt over deze inzage");
        List<string> faults = [.. await window.FaultsAsync("past", $"4-record-{kind}")];
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon wat toen te zien was" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Getoonde gegevens" })).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Niet reanimeren");
        faults.AddRange(await window.FaultsAsync("past", $"5-seen-{kind}"));
        return faults;
    }
}
