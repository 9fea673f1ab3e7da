using System.Globalization;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A doctor looks at a record; the officer finds that look, opens it, reviews the day and makes a case of it; by axe.</summary>
public sealed class OfficerJourneyTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    [BrowserTheory]
    [InlineData(1366, true)]
    [InlineData(320, false)]
    public async Task Walk_FromALookToItsRecord_WithoutAFault(int width, bool dark)
    {
        var kind = WindowKind.ForAxe(width, dark);
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await portal.AddStaffAsync("functionaris", "functionaris");
        await using (var card = await CardBrowser.StartAsync(portal, "huisarts"))
        {
            await using var doctor = await card.OpenAsync(WindowKind.Laptop);
            await FirstRecord.OpenAsync(doctor.Page);
        }

        await using var officerCard = await CardBrowser.StartAsync(portal, "functionaris");
        await using var officer = await officerCard.OpenAsync(kind);
        var page = officer.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Inzagelog" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inzagelog" })).ToBeVisibleAsync();
        List<string> faults = [.. await LookAsync("1-log")];
        await page.GetByLabel("Naam, UZI-nummer of AGB-code").FillAsync(portal.Pki.Numbers("huisarts").Uzi);
        await page.GetByLabel("Grondslag").SelectOptionAsync("Eigen patiënt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "Dossier geopend" })).ToHaveCountAsync(1);
        faults.AddRange(await LookAsync("2-found"));
        await page.Locator("tbody tr").Filter(new() { HasText = "Dossier geopend" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Waarop het besluit rust" })).ToBeVisibleAsync();
        faults.AddRange(await LookAsync("3-record"));
        await page.GotoAsync("/toezicht/overzicht");
        await page.GetByLabel("BSN patiënt").FillAsync("999900018");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak overzicht" }).ClickAsync();
        await Expect(page.Locator("#overzicht-t")).ToBeVisibleAsync();
        faults.AddRange(await LookAsync("4-overview"));
        foreach (var (address, name) in ((string, string)[])[("/toezicht/overzicht/medewerker", "5-employee"), ("/toezicht/zaken", "6-cases"), ("/toezicht/verantwoording", "7-report")])
        {
            await page.GotoAsync(address);
            faults.AddRange(await LookAsync(name));
        }
        await page.GotoAsync("/toezicht/controle");
        // The page offers yesterday; the look was made today, by the clock of the hospital.
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
        await page.GetByLabel("Van", new() { Exact = true }).FillAsync(today);
        await page.GetByLabel("Tot en met", new() { Exact = true }).FillAsync(today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer met loting" }).ClickAsync();
        await Expect(page.Locator("#loting-t")).ToBeVisibleAsync();
        faults.AddRange(await LookAsync("8-review"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een zaak" }).First.ClickAsync();
        await Expect(page.Locator("#bewijs-t")).ToBeVisibleAsync();
        faults.AddRange(await LookAsync("9-case"));
        Assert.Empty(faults);
        Assert.True(officer.Complaints.Count == 0, string.Join('\n', officer.Complaints));

        Task<List<string>> LookAsync(string name) => officer.FaultsAsync("officer", $"{name}-{kind}");
    }
}
