using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>"Nieuw sinds je laatst keek" on the list: for each doctor alone, and only of what she was shown.</summary>
public sealed class NewOnTheListTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    private static string Days(int ago) => TimeProvider.System.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", null);

    protected override Task FillAsync()
    {
        Epd.Has(
            Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb),
            Some.Patient(), Some.Encounter(start: Days(2)));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task List_FirstLookEver_MarksNothingAndSaysSo()
    {
        var first = await Doctor.GetAsync("/patienten");

        Assert.Empty(Marks(first));
        Assert.Contains("sinds je eerste keer kijken", first.Words, StringComparison.Ordinal);
        Assert.Contains("Niets nieuws sinds je laatst keek.", (await Doctor.GetAsync("/patienten")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NewAdmission_IsMarkedOnce()
    {
        await Doctor.GetAsync("/patienten");
        Admit();

        var next = await Doctor.GetAsync("/patienten");

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(next));
        Assert.Contains("1 nieuw of gewijzigd sinds je laatst keek.", next.Words, StringComparison.Ordinal);
        Assert.Empty(Marks(await Doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_Discharge_IsMarkedAndAnotherDateOfItAgain()
    {
        await Doctor.GetAsync("/patienten");
        Epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(0)));
        Assert.Equal(["Test-p1, J.: Nieuw"], Marks(await Doctor.GetAsync("/patienten")));

        Epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(1)));

        Assert.Equal(["Test-p1, J.: Gewijzigd"], Marks(await Doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_FilteredAway_StaysNew()
    {
        var page = await Doctor.GetAsync("/patienten");
        Admit();

        await Doctor.SubmitAsync(page, "/patienten", ("q", "Test-p1"), ("volgorde", "Newest"), ("lijst", "All"));

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(await Doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_TwoDoctors_DoNotSeeForEachOther()
    {
        Epd.Has(Some.Patient(gp: [Some.Ref("Practitioner/gp1"), Some.Ref("Practitioner/gp2")]));
        using var other = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await Doctor.GetAsync("/patienten");
        await other.GetAsync("/patienten");
        Epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(0)));

        Assert.Single(Marks(await Doctor.GetAsync("/patienten")));
        Assert.Single(Marks(await other.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_OfANewDelegation_IsNotNewEnMasse()
    {
        using var locum = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await locum.GetAsync("/patienten");
        await HandOverAsync();

        Assert.Empty(Marks(await locum.GetAsync("/patienten")));
        Admit();
        Assert.Single(Marks(await locum.GetAsync("/patienten")));
    }

    [Fact]
    public async Task R7_List_EpdThatFailed_LeavesAllNew()
    {
        await Doctor.GetAsync("/patienten");
        Admit();
        Epd.Once("Encounter", ScriptedAnswer.Status(500));
        Epd.Once("Encounter", ScriptedAnswer.Status(500));

        await Doctor.GetAsync("/patienten");

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(await Doctor.GetAsync("/patienten")));
    }

    private static IEnumerable<string> Marks(PortalAnswer page) => page.Page.QuerySelectorAll("tbody tr")
        .Where(row => row.QuerySelector(".zvp-label--new") is not null)
        .Select(row => $"{row.QuerySelector("a")!.TextContent}: {row.QuerySelector(".zvp-label--new")!.TextContent.Trim()}");

    private void Admit() => Epd.Has(Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", start: Days(1)));

    private async Task HandOverAsync()
    {
        var today = DutchDay.Of(Portal.Clock);
        await Portal.Services.GetRequiredService<DelegationDesk>().GiveAsync(
            new() { ReceiverUzi = TestCards.Huisarts2.UziNumber, FirstDay = today, LastDay = today.AddDays(7) }, Visit(TestCards.Huisarts));
        var received = await Portal.Services.GetRequiredService<ReceivedDelegations>().OfAsync(TestCards.Huisarts2.UziNumber, default);
        await Portal.Services.GetRequiredService<DelegationDesk>().AcceptAsync(received[^1].Id, Visit(TestCards.Huisarts2));
    }

    private static Visit Visit(TestCard card)
    {
        var visit = TestDossier.Visit(card.Agb);
        return visit with { Provider = visit.Provider with { UziNumber = card.UziNumber, Name = card.Surname } };
    }
}
