using Microsoft.Playwright;
using ZorgverlenersPortaal.EndToEndTests.Browsing;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ZorgverlenersPortaal.EndToEndTests.Journeys;

/// <summary>A doctor asks another to stand in, she accepts, the office looks on, the first ends it; by keyboard and axe.</summary>
public sealed class DelegationJourneyTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    private const string Folder = "delegations";

    [BrowserTheory]
    [InlineData(1366, false)]
    [InlineData(320, false)]
    [InlineData(1366, true)]
    public async Task Walk_FromRequestToEnd_WithoutAFault(int width, bool dark)
    {
        var kind = WindowKind.ForAxe(width, dark);
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir);
        await portal.AddAccountAsync("huisarts");
        await portal.AddAccountAsync("huisarts2");
        await portal.AddStaffAsync("beheerder", "beheerder");
        await using var givingCard = await CardBrowser.StartAsync(portal, "huisarts");
        await using var receivingCard = await CardBrowser.StartAsync(portal, "huisarts2");
        await using var officeCard = await CardBrowser.StartAsync(portal, "beheerder");
        await using var giver = await givingCard.OpenAsync(kind);
        await using var receiver = await receivingCard.OpenAsync(kind);
        await using var office = await officeCard.OpenAsync(kind);
        List<string> faults = [];

        await giver.Page.GotoAsync("/");
        await giver.Page.GetByRole(AriaRole.Link, new() { Name = "Waarneming", Exact = true }).ClickAsync();
        await LookAsync(giver, "1-empty");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Waarneming vragen" }).ClickAsync();
        await Expect(giver.Page.Locator("#fouten li")).ToHaveCountAsync(3);
        await LookAsync(giver, "2-faults");
        await DelegationTyping.FillInByKeyboardAsync(giver.Page, "900021220", "ma-vr 17:00-08:00", "nachtdiensten");
        await Expect(giver.Page.GetByText("We hebben je pas opnieuw gecontroleerd")).ToBeVisibleAsync();
        await Expect(giver.Page.GetByLabel("Wie neemt waar?")).ToHaveValueAsync("900021220");
        await LookAsync(giver, "3-card");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, waarneming vragen" }).ClickAsync();
        await Expect(giver.Page.GetByText("Je verzoek is vastgelegd.")).ToBeVisibleAsync();
        await LookAsync(giver, "4-asked");

        await receiver.Page.GotoAsync("/");
        await receiver.Page.GotoAsync("/waarneming");
        await LookAsync(receiver, "5-received");
        await receiver.Page.GetByRole(AriaRole.Button, new() { Name = "Aanvaarden" }).ClickAsync();
        await Expect(receiver.Page.GetByText("Je hebt de waarneming aanvaard.")).ToBeVisibleAsync();
        await LookAsync(receiver, "6-accepted");

        await office.Page.GotoAsync("/");
        await office.Page.GotoAsync("/beheer/machtigingen");
        await LookAsync(office, "7-office");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Machtiging toevoegen" }).ClickAsync();
        await LookAsync(office, "8-office-faults");

        await giver.Page.GotoAsync("/waarneming");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Intrekken" }).FocusAsync();
        await giver.Page.Keyboard.PressAsync("Enter");
        await Expect(giver.Page.GetByText("De waarneming is meteen gestopt.")).ToBeVisibleAsync();
        await LookAsync(giver, "9-ended");
        Assert.Empty(faults);

        async Task LookAsync(Window window, string name) => faults.AddRange(await window.FaultsAsync(Folder, $"{name}-{kind}"));
    }
}
