using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Standing in for a colleague: her patients open, with the word and on her behalf, until either side ends it.</summary>
public sealed class DelegatedPatientTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(
            Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb), Some.Patient(), Some.Encounter(start: "2026-03-01T09:30:00+01:00"),
            Some.Patient("p2", "999900031", Some.Ref("Practitioner/gp2")), Some.Encounter("e2", "p2", start: "2026-03-01T09:30:00+01:00"));
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H061_Locum_SeesTheGiversPatientsWithTheWordAndOnHerBehalfUntilItEnds()
    {
        using var locum = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var path = _portal.PatientPath("p1", _portal.Session(TestCards.Huisarts2.UziNumber));
        Assert.Equal(404, (await locum.GetAsync(path)).Status);
        var id = await HandOverAsync();

        var page = await locum.GetAsync(path);
        Assert.Equal(200, page.Status);
        Assert.Contains("Waarneming", page.Part(".zvp-banner--locum"), StringComparison.Ordinal);
        Assert.Contains(TestCards.Huisarts.Surname, page.Part(".zvp-banner"), StringComparison.Ordinal);
        var record = _portal.Trail(AuditEventType.PatientOpened)[0];
        Assert.Equal((nameof(AccessReason.Delegated), TestCards.Huisarts.UziNumber), (record.Decision!.ReasonCode, record.OnBehalfOf));

        await _portal.Services.GetRequiredService<DelegationDesk>().EndAsync(id, asGiver: true, Visit(TestCards.Huisarts));
        Assert.Equal(404, (await locum.GetAsync(path)).Status);
    }

    [Fact]
    public async Task R8_PinOfALocum_IsGoneWithTheDelegation()
    {
        var id = await HandOverAsync();
        using var locum = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var page = await locum.GetAsync(_portal.PatientPath("p1", _portal.Session(TestCards.Huisarts2.UziNumber)));
        await locum.SubmitAsync(page, page.Page.QuerySelector("form[action$='handler=vast']")!.GetAttribute("action")!);
        Assert.Contains("Test-p1", (await locum.GetAsync("/patienten")).Part("#vastgezet"), StringComparison.Ordinal);

        await _portal.Services.GetRequiredService<DelegationDesk>().EndAsync(id, asGiver: true, Visit(TestCards.Huisarts));

        Assert.DoesNotContain("Test-p1", (await locum.GetAsync("/patienten")).Text, StringComparison.Ordinal);
        await HandOverAsync();
        Assert.Empty((await locum.GetAsync("/patienten")).Page.QuerySelectorAll("#vastgezet tbody tr"));
    }

    [Fact]
    public async Task List_OfALocum_NeverMixesWithoutAWord()
    {
        await HandOverAsync();
        using var locum = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));

        var rows = (await locum.GetAsync("/patienten")).Page.QuerySelectorAll("tbody tr").Select(row => PortalAnswer.Plain(row.TextContent)).ToList();

        Assert.Contains("Waarneming", Assert.Single(rows, row => row.Contains("Test-p1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Eigen patiënt", Assert.Single(rows, row => row.Contains("Test-p2", StringComparison.Ordinal)), StringComparison.Ordinal);
        var shown = _portal.Trail(AuditEventType.PatientListShown).Take(2).ToDictionary(record => record.Decision!.ReasonCode, record => record.OnBehalfOf, StringComparer.Ordinal);
        Assert.Equal(TestCards.Huisarts.UziNumber, shown[nameof(AccessReason.DelegatedList)]);
        Assert.Null(shown[nameof(AccessReason.OwnList)]);
    }

    [Fact]
    public async Task H061_GiverWhoNoLongerTreatsHer_HandsOverNothing()
    {
        await HandOverAsync();
        using var locum = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        _epd.Has(Some.Patient("p1", gp: Some.Known("07654321")));

        Assert.Equal(404, (await locum.GetAsync(_portal.PatientPath("p1", _portal.Session(TestCards.Huisarts2.UziNumber)))).Status);
    }

    private async Task<string> HandOverAsync()
    {
        var desk = _portal.Services.GetRequiredService<DelegationDesk>();
        var today = DutchDay.Of(_portal.Clock);
        Assert.Null(await desk.GiveAsync(new() { ReceiverUzi = TestCards.Huisarts2.UziNumber, FirstDay = today, LastDay = today.AddDays(7) }, Visit(TestCards.Huisarts)));
        var received = await _portal.Services.GetRequiredService<ReceivedDelegations>().OfAsync(TestCards.Huisarts2.UziNumber, default);
        await desk.AcceptAsync(received[^1].Id, Visit(TestCards.Huisarts2));
        return received[^1].Id;
    }

    private static Visit Visit(TestCard card)
    {
        var visit = TestDossier.Visit(card.Agb);
        return visit with { Provider = visit.Provider with { UziNumber = card.UziNumber, Name = card.Surname } };
    }
}
