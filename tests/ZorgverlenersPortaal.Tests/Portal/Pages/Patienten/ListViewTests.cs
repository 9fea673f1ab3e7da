using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>The lists as a doctor wants to see them, and on paper.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ListViewTests(PortalFixture fixture) : IAsyncLifetime
{
    private PortalClient _doctor = null!;

    public async Task InitializeAsync() => _doctor = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));

    public async Task DisposeAsync()
    {
        await ShowAsync();
        _doctor.Dispose();
    }

    [Fact]
    public async Task Filter_ByName_ShowsOnlyThatPatientAndCountsTheRest()
    {
        var all = await _doctor.GetAsync("/patienten");
        var name = Names(all)[0];

        var found = await ShowAsync(words: name.ToUpperInvariant());

        Assert.All(Names(found), shown => Assert.Equal(name, shown));
        Assert.EndsWith($"van {Names(all).Count}", found.Part(".zvp-filter [role=status]"), StringComparison.Ordinal);
        Assert.Equal(Names(all), Names(await _doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task R7_Filter_NothingMatches_IsNotSaidAsNoPatients()
    {
        var answer = await ShowAsync(words: "bestaatvastniet");

        Assert.Empty(Names(answer));
        Assert.Contains("Geen opgenomen patiënt past hierbij", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("In het EPD zijn nu geen patiënten van jou opgenomen", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R6_Filter_HostileWords_AreTextAndInNoAddress()
    {
        var answer = await ShowAsync(words: "\"><script>alert(1)</script>");

        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Page.QuerySelectorAll("[href], [action]"), element =>
            Assert.DoesNotContain("alert", element.GetAttribute("href") ?? element.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Order_ByName_IsRemembered()
    {
        await ShowAsync(order: "Name");

        var answer = await _doctor.GetAsync("/patienten");

        foreach (var table in answer.Page.QuerySelectorAll("table:not(#bekeken)"))
        {
            var names = table.QuerySelectorAll("a.zvp-hit__link").Select(a => a.TextContent).ToList();
            Assert.Equal(names.Order(StringComparer.Create(new("nl-NL"), ignoreCase: true)), names);
        }
        Assert.Equal("Name", answer.Page.QuerySelector("#volgorde option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Order_ThatIsNone_KeepsWhatWasRemembered()
    {
        await ShowAsync(order: "Ward");

        Assert.Equal(200, (await ShowAsync(order: "DROP TABLE")).Status);

        Assert.Equal("Ward", (await _doctor.GetAsync("/patienten")).Page.QuerySelector("#volgorde option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task R2_Handover_IsRecordedAsPrintedWithEveryPatient()
    {
        var answer = await _doctor.SubmitAsync(await _doctor.GetAsync("/patienten"), "/patienten/overdracht");

        Assert.Equal(200, answer.Status);
        var record = fixture.Portal.Trail(AuditEventType.ListPrinted)[0];
        Assert.NotEmpty(record.Patients);
        Assert.Equal(AuditEventType.OpenResultsShown, fixture.Portal.Trail()[0].Event);
        Assert.Contains(TestCards.Huisarts2.Surname, answer.Part("[data-print-now]"), StringComparison.Ordinal);
        Assert.InRange(answer.Page.QuerySelectorAll("table:not(#openstaand) tbody tr").Length, 1, record.Patients.Count);
        Assert.All(fixture.Everyone, patient => Assert.DoesNotContain(patient.Bsn, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handover_WithoutTheButton_IsTheList()
    {
        var answer = await _doctor.GetAsync("/patienten/overdracht");

        Assert.Equal((303, "/patienten"), (answer.Status, answer.Location));
    }

    private async Task<PortalAnswer> ShowAsync(string words = "", string order = "Newest") =>
        await _doctor.SubmitAsync(await _doctor.GetAsync("/patienten"), "/patienten", ("q", words), ("lijst", "All"), ("volgorde", order));

    private static IReadOnlyList<string> Names(PortalAnswer answer) => [.. answer.Page.QuerySelectorAll("table:not(#bekeken) a.zvp-hit__link").Select(a => a.TextContent)];
}
