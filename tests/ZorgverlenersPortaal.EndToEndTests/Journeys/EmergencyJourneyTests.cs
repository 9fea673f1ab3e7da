using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A doctor opens a stranger's record in an emergency, stops, and accounts for it; every page on the way by axe.</summary>
public sealed class EmergencyJourneyTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    [BrowserTheory]
    [InlineData(1366, true)]
    [InlineData(320, true)]
    [InlineData(1366, false)]
    public async Task Walk_FromTheFormToTheAccount_WithoutAFault(int width, bool javaScript)
    {
        var kind = (width == 320 ? WindowKind.Phone : WindowKind.Laptop) with { JavaScript = javaScript, BypassCsp = true };
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync("avg");
        await portal.AddStaffAsync("functionaris", "functionaris");
        await using var card = await CardBrowser.StartAsync(portal, "avg");
        await using var doctor = await card.OpenAsync(kind);
        var (_, bsn, birth) = (await fixture.Hospital.PatientsAsync()).First(patient => patient.BirthDate.Length == 10);
        var check = new Walk($"emergency-{kind}", javaScript);

        await OpenAsync(doctor, check, bsn, birth);
        await StopAsync(doctor, check);
        await AccountAsync(doctor, check);
        await SearchAsync(doctor, check, bsn, birth);
        await using var officersCard = await CardBrowser.StartAsync(portal, "functionaris");
        await using var officer = await officersCard.OpenAsync(kind);
        await officer.Page.GotoAsync("/");
        await Expect(officer.Page.GetByText("Verantwoord", new() { Exact = true })).ToBeVisibleAsync();
        await check.AtAsync(officer, "11-officer");
        Assert.Empty(check.Faults);
    }

    private static async Task OpenAsync(Window doctor, Walk check, string bsn, string birth)
    {
        var page = doctor.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Noodprocedure", Exact = true }).ClickAsync();
        await check.AtAsync(doctor, "01-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dossier openen" }).ClickAsync();
        await Expect(page.Locator("#fouten li")).ToHaveCountAsync(5);
        await check.AtAsync(doctor, "02-faults");

        await FillAsync(page, bsn, birth);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dossier openen" }).ClickAsync();
        await Expect(page.GetByText("We hebben je pas opnieuw gecontroleerd")).ToBeVisibleAsync();
        await check.AtAsync(doctor, "03-card-again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, dossier openen" }).ClickAsync();
        await page.WaitForURLAsync("**/patient/**");
        await check.AtAsync(doctor, "04-record");
    }

    private static async Task StopAsync(Window doctor, Walk check)
    {
        var page = doctor.Page;
        await page.GotoAsync("/noodprocedure");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nu open 1" })).ToBeVisibleAsync();
        await check.AtAsync(doctor, "05-open");
        await page.GetByRole(AriaRole.Link, new() { Name = "Verlengen" }).ClickAsync();
        await check.AtAsync(doctor, "06-extend");
        await page.GotoAsync("/noodprocedure");
        await page.GetByRole(AriaRole.Link, new() { Name = "Stoppen" }).ClickAsync();
        await check.AtAsync(doctor, "07-stop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toegang nu stoppen" }).ClickAsync();
        await Expect(page.GetByText("De noodprocedure is gestopt")).ToBeVisibleAsync();
    }

    private static async Task AccountAsync(Window doctor, Walk check)
    {
        var page = doctor.Page;
        await page.GotoAsync("/patienten");
        await check.AtAsync(doctor, "08-task");
        await page.Locator("a[href$='/verantwoorden']").ClickAsync();
        await check.AtAsync(doctor, "09-account");
        await page.GetByLabel("Waarom was dit nodig?").FillAsync("Glucose gegeven en de medicatie nagekeken");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verantwoording vastleggen" }).ClickAsync();
        await Expect(page.GetByText("Je verantwoording is vastgelegd")).ToBeVisibleAsync();
    }

    private static async Task SearchAsync(Window doctor, Walk check, string bsn, string birth)
    {
        var page = doctor.Page;
        await page.GotoAsync("/patienten/zoeken");
        await page.GetByLabel("BSN").FillAsync(bsn);
        await FillBirthAsync(page, birth);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await Expect(page.GetByText("Geen patiënt van jou gevonden")).ToBeVisibleAsync();
        await check.AtAsync(doctor, "10-not-hers");
    }

    private static async Task FillAsync(IPage page, string bsn, string birth)
    {
        await page.GetByLabel("BSN", new() { Exact = true }).FillAsync(bsn);
        await FillBirthAsync(page, birth);
        await page.GetByLabel("Acute situatie").CheckAsync();
        await page.GetByLabel("Toelichting").FillAsync("Verward en zweterig binnengebracht, zoek medicatie");
        await page.GetByLabel("Ik behandel deze patiënt nu").CheckAsync();
    }

    private static async Task FillBirthAsync(IPage page, string birth)
    {
        await page.GetByLabel("Jaar").FillAsync(birth[..4]);
        await page.GetByLabel("Maand").FillAsync(birth[5..7]);
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync(birth[8..]);
    }

    /// <summary>What was found so far. Without JavaScript axe cannot run; the page it would read is the same.</summary>
    private sealed class Walk(string folder, bool canRunAxe)
    {
        public List<string> Faults { get; } = [];

        public async Task AtAsync(Window window, string name)
        {
            if (canRunAxe)
            {
                Faults.AddRange(await window.FaultsAsync(folder, name));
            }
            else
            {
                await window.PictureAsync(folder, name);
            }
        }
    }
}
