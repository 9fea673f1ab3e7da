using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>"Nieuw sinds je laatst keek" on the list: for each doctor alone, and only of what she was shown.</summary>
public sealed class NewOnTheListTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;
    private PortalClient _doctor = null!;

    private static string Days(int ago) => TimeProvider.System.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", null);

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(
            Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb),
            Some.Patient(), Some.Encounter(start: Days(2)));
        _portal = await PortalHost.StartAsync(_epd.Base);
        _doctor = await _portal.SignInAsync(TestPki.Shared.Card());
    }

    public async Task DisposeAsync()
    {
        _doctor.Dispose();
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task List_FirstLookEver_MarksNothingAndSaysSo()
    {
        var first = await _doctor.GetAsync("/patienten");

        Assert.Empty(Marks(first));
        Assert.Contains("sinds je eerste keer kijken", first.Words, StringComparison.Ordinal);
        Assert.Contains("Niets nieuws sinds je laatst keek.", (await _doctor.GetAsync("/patienten")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NewAdmission_IsMarkedOnce()
    {
        await _doctor.GetAsync("/patienten");
        Admit();

        var next = await _doctor.GetAsync("/patienten");

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(next));
        Assert.Contains("1 nieuw of gewijzigd sinds je laatst keek.", next.Words, StringComparison.Ordinal);
        Assert.Empty(Marks(await _doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_Discharge_IsMarkedAndAnotherDateOfItAgain()
    {
        await _doctor.GetAsync("/patienten");
        _epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(0)));
        Assert.Equal(["Test-p1, J.: Nieuw"], Marks(await _doctor.GetAsync("/patienten")));

        _epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(1)));

        Assert.Equal(["Test-p1, J.: Gewijzigd"], Marks(await _doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_FilteredAway_StaysNew()
    {
        var page = await _doctor.GetAsync("/patienten");
        Admit();

        await _doctor.SubmitAsync(page, "/patienten", ("q", "Test-p1"), ("volgorde", "Newest"), ("lijst", "All"));

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(await _doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_TwoDoctors_DoNotSeeForEachOther()
    {
        _epd.Has(Some.Patient(gp: [Some.Ref("Practitioner/gp1"), Some.Ref("Practitioner/gp2")]));
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await _doctor.GetAsync("/patienten");
        await other.GetAsync("/patienten");
        _epd.Has(Some.Encounter(status: "finished", start: Days(2), end: Days(0)));

        Assert.Single(Marks(await _doctor.GetAsync("/patienten")));
        Assert.Single(Marks(await other.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_OfANewDelegation_IsNotNewEnMasse()
    {
        using var locum = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await locum.GetAsync("/patienten");
        await HandOverAsync();

        Assert.Empty(Marks(await locum.GetAsync("/patienten")));
        Admit();
        Assert.Single(Marks(await locum.GetAsync("/patienten")));
    }

    [Fact]
    public async Task R7_List_EpdThatFailed_LeavesAllNew()
    {
        await _doctor.GetAsync("/patienten");
        Admit();
        _epd.Once("Encounter", ScriptedAnswer.Status(500));
        _epd.Once("Encounter", ScriptedAnswer.Status(500));

        await _doctor.GetAsync("/patienten");

        Assert.Equal(["Test-p2, J.: Nieuw"], Marks(await _doctor.GetAsync("/patienten")));
    }

    private static IEnumerable<string> Marks(PortalAnswer page) => page.Page.QuerySelectorAll("tbody tr")
        .Where(row => row.QuerySelector(".zvp-label--new") is not null)
        .Select(row => $"{row.QuerySelector("a")!.TextContent}: {row.QuerySelector(".zvp-label--new")!.TextContent.Trim()}");

    private void Admit() => _epd.Has(Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", start: Days(1)));

    private async Task HandOverAsync()
    {
        var today = DutchDay.Of(_portal.Clock);
        await _portal.Services.GetRequiredService<DelegationDesk>().GiveAsync(
            new() { ReceiverUzi = TestCards.Huisarts2.UziNumber, FirstDay = today, LastDay = today.AddDays(7) }, Visit(TestCards.Huisarts));
        var received = await _portal.Services.GetRequiredService<ReceivedDelegations>().OfAsync(TestCards.Huisarts2.UziNumber, default);
        await _portal.Services.GetRequiredService<DelegationDesk>().AcceptAsync(received[^1].Id, Visit(TestCards.Huisarts2));
    }

    private static Visit Visit(TestCard card)
    {
        var visit = TestDossier.Visit(card.Agb);
        return visit with { Provider = visit.Provider with { UziNumber = card.UziNumber, Name = card.Surname } };
    }
}
