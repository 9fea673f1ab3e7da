using System.Globalization;
using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A doctor asks for an account, the office approves, the doctor signs in; every page on the way by axe.</summary>
public sealed class OfficeJourneyTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    [BrowserTheory]
    [InlineData(1366, true, false)]
    [InlineData(320, true, false)]
    [InlineData(1366, false, false)]
    [InlineData(320, false, false)]
    [InlineData(1366, true, true)]
    public async Task Walk_FromRequestToSignIn_WithoutAFault(int width, bool javaScript, bool dark)
    {
        var kind = (width == 320 ? WindowKind.Phone : WindowKind.Laptop) with { JavaScript = javaScript, Dark = dark, BypassCsp = true };
        // A portal of its own: what is approved here must stay unknown to the other tests.
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await portal.AddAccountAsync("huisarts2");
        await portal.AddStaffAsync("beheerder", "beheerder");
        await using var card = await CardBrowser.StartAsync(portal, "onbekend");
        await using var doctor = await card.OpenAsync(kind);
        await using var staffCard = await CardBrowser.StartAsync(portal, "beheerder");
        await using var office = await staffCard.OpenAsync(kind);
        var check = new Walk($"office-{kind}", javaScript);

        await AskAsync(doctor, check);
        await ApproveAsync(office, check);
        await SignInAsync(doctor, check);
        await ManageAsync(office, check);
        Assert.Empty(check.Faults);
    }

    private static async Task AskAsync(Window doctor, Walk check)
    {
        var page = doctor.Page;
        await page.GotoAsync("/");
        await check.AtAsync(doctor, "01-unknown-card");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Account aanvragen" }).First.ClickAsync();
        await Expect(page.GetByLabel("UZI-nummer")).ToHaveValueAsync("900029999");
        await check.AtAsync(doctor, "02-request");
        await page.GetByLabel("BIG-nummer").FillAsync("1901");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanvraag versturen" }).ClickAsync();
        await Expect(page.Locator("#fouten li")).ToHaveCountAsync(3);
        await check.AtAsync(doctor, "03-request-faults");
        await page.GetByLabel("BIG-nummer").FillAsync("19012345601");
        await page.GetByLabel("E-mailadres").FillAsync("onno@vreeswijk.example");
        await page.GetByLabel("Nee", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanvraag versturen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Je aanvraag is verstuurd" })).ToBeVisibleAsync();
        await check.AtAsync(doctor, "04-sent");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk je aanvraag" }).ClickAsync();
        await check.AtAsync(doctor, "05-status");
        await page.GotoAsync("/blokkeren");
        await check.AtAsync(doctor, "06-block");
    }

    private static async Task ApproveAsync(Window office, Walk check)
    {
        var page = office.Page;
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accounts", Exact = true })).ToBeVisibleAsync();
        await check.AtAsync(office, "08-accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Goedkeuren: Onno Vreeswijk" }).ClickAsync();
        await check.AtAsync(office, "09-review");
        await page.GetByLabel("Ik heb het BIG-register bekeken").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Goedkeuren" }).ClickAsync();
        await Expect(page.GetByText("Er is nu een account")).ToBeVisibleAsync();
        await check.AtAsync(office, "10-approved");
    }

    private static async Task SignInAsync(Window doctor, Walk check)
    {
        var page = doctor.Page;
        await page.GotoAsync("/aanvragen/status");
        await check.AtAsync(doctor, "11-status-approved");
        await page.GetByRole(AriaRole.Link, new() { Name = "Inloggen", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mijn patiënten in het ziekenhuis" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mijn account" }).ClickAsync();
        await check.AtAsync(doctor, "12-my-account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Code maken" }).ClickAsync();
        await Expect(page.Locator(".zvp-ticket__code")).ToBeVisibleAsync();
        await check.AtAsync(doctor, "13-block-code");
        var code = await page.Locator(".zvp-ticket__code").InnerTextAsync();
        await page.GotoAsync("/blokkeren");
        await page.GetByLabel("UZI-nummer").FillAsync("900029999");
        await page.GetByLabel("Blokkeercode").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Account blokkeren" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Je account is geblokkeerd" })).ToBeVisibleAsync();
        await check.AtAsync(doctor, "14-blocked");
    }

    private static async Task ManageAsync(Window office, Walk check)
    {
        var page = office.Page;
        await page.GotoAsync("/beheer/accounts");
        await check.AtAsync(office, "15-accounts-blocked");
        await page.GetByRole(AriaRole.Link, new() { Name = "Deblokkeer Onno Vreeswijk" }).ClickAsync();
        await page.Locator("#reason").FillAsync("nieuwe pas gezien");
        await page.GetByRole(AriaRole.Button, new() { Name = "Deblokkeer" }).ClickAsync();
        await Expect(page.GetByText("Account gedeblokkeerd.")).ToBeVisibleAsync();
        await check.AtAsync(office, "16-account");
        foreach (var (address, name) in ((string, string)[])
            [("/beheer/accounts/toevoegen", "17-add"), ("/beheer/herbevestigen", "18-confirm"), ("/beheer/conflicten", "19-conflicts"), ("/help", "20-help"),
             ("/beheer/rechten", "22-rights"), ("/beheer/rechten/voorstel?rol=so", "23-rights-proposal"), ("/help/wat-zie-ik?rol=avg", "24-what-i-see")])
        {
            await page.GotoAsync(address);
            await check.AtAsync(office, name);
        }
        await page.GotoAsync("/beheer/accounts/importeren");
        await page.GetByLabel("CSV-bestand").SetInputFilesAsync(new FilePayload
        {
            Name = "accounts.csv",
            MimeType = "text/csv",
            Buffer = "uzi,name,role,agb\n12345678,K. Visscher,huisarts,01066101\n900066103,B. Tol,chirurg,01066103\n"u8.ToArray(),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Bestand proberen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Geweigerde regels" })).ToBeVisibleAsync();
        await check.AtAsync(office, "21-import");
        await ProtectAsync(office, check);
        await PlanMaintenanceAsync(office, check);
    }

    private static async Task ProtectAsync(Window office, Walk check)
    {
        var page = office.Page;
        await page.GotoAsync("/beheer/afschermen");
        await page.GetByLabel("Bezwaar van de patiënt").CheckAsync();
        await page.GetByLabel("BSN").FillAsync("999900092");
        await page.Locator("#form-reason").FillAsync("brief van 20 februari");
        await page.GetByRole(AriaRole.Button, new() { Name = "Scherm af" }).ClickAsync();
        await Expect(page.GetByText("Afscherming vastgelegd en meteen van kracht.")).ToBeVisibleAsync();
        await check.AtAsync(office, "25-protected");
    }

    private static async Task PlanMaintenanceAsync(Window office, Walk check)
    {
        var page = office.Page;
        await page.GotoAsync("/beheer/accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Onderhoud" }).ClickAsync();
        await page.GetByLabel("Dag").FillAsync(TimeProvider.System.GetUtcNow().AddDays(2).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture));
        await page.GetByLabel("Van", new() { Exact = true }).FillAsync("22:00");
        await page.GetByLabel("Tot", new() { Exact = true }).FillAsync("23:30");
        await page.GetByLabel("Toelichting").FillAsync("Er komt een nieuwe versie van het EPD.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan onderhoud" }).ClickAsync();
        await Expect(page.Locator("[data-maintenance]")).ToContainTextAsync("van 22.00 tot 23.30 uur");
        await check.AtAsync(office, "26-maintenance");
        await page.GotoAsync("/status");
        await Expect(page.Locator("[data-maintenance]")).ToBeVisibleAsync();
        await check.AtAsync(office, "27-status");
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
