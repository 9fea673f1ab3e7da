using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>Mijn patiënten in het ziekenhuis, held against what the hospital really knows.</summary>
[Collection(PortalJourneys.Name)]
public sealed class PatientListTests(PortalFixture fixture)
{
    [Fact]
    public async Task List_OfAGp_HoldsExactlyHerPatientsWhoAreOrWereLatelyInHospital()
    {
        var answer = await fixture.Doctor.GetAsync("/patienten");
        var expected = await ExpectedAsync(PortalFixture.Agb);
        Assert.Empty(expected.Select(patient => patient.Id).Except(Recorded(answer)));
        Assert.Equal(expected.Count, answer.Page.QuerySelectorAll("[aria-labelledby=opgenomen-t] a.zvp-hit__link, [aria-labelledby=ontslagen-t] a.zvp-hit__link").Length);
        // Who has something planned stands on the list as well.
        Assert.Equal(Recorded(answer).Count, answer.Page.QuerySelectorAll("tbody th").Select(who => PortalAnswer.Plain(who.TextContent).Replace("Nieuw ", "", StringComparison.Ordinal)).Distinct().Count());
        Assert.Empty(Recorded(answer).Except(fixture.Own.Select(patient => patient.Id)));
        Assert.NotEmpty(answer.Page.QuerySelectorAll("[aria-labelledby=gepland-t] tbody tr"));
        Assert.Equal(
            Count(expected, "admitted"), answer.Page.QuerySelector("#opgenomen-t .zvp-count")!.TextContent);
        Assert.Equal(
            Count(expected, "discharged"), answer.Page.QuerySelector("#ontslagen-t .zvp-count")!.TextContent);
    }

    [Fact]
    public async Task List_OfAnotherGp_SharesNoRow()
    {
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var answer = await client.GetAsync("/patienten");
        var expected = await ExpectedAsync(PortalFixture.OtherAgb);
        Assert.Empty(expected.Select(patient => patient.Id).Except(Recorded(answer)));
        Assert.Empty(Recorded(answer).Except((await fixture.Epd.PatientsAsync(PortalFixture.OtherAgb)).Select(patient => patient.Id)));
    }

    [Fact]
    public async Task R2_List_IsRecordedWithEveryPatientAndBsn()
    {
        await fixture.Doctor.GetAsync("/patienten");
        var record = fixture.Portal.Trail(AuditEventType.PatientListShown)[0];
        Assert.Equal(("900021219", "TREAT", "OwnList"), (record.Actor!.UziNumber, record.Purpose, record.Decision!.ReasonCode));
        Assert.All(record.Patients, patient =>
            Assert.Equal(fixture.Everyone.Single(p => p.Id == patient.EpdId).Bsn, patient.Bsn));
        Assert.All(record.Patients, patient =>
            Assert.Contains(record.Resources, resource => resource.StartsWith($"Patient/{patient.EpdId}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task R6_List_HoldsNoBsnAndNoIdOfTheEpd()
    {
        var answer = await fixture.Doctor.GetAsync("/patienten");
        Assert.All(fixture.Everyone, patient =>
        {
            Assert.DoesNotContain(patient.Bsn, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(patient.Id, answer.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task List_Row_ShowsBirthDateWardMomentAndReason()
    {
        var answer = await fixture.Doctor.GetAsync("/patienten");
        foreach (var row in answer.Page.QuerySelectorAll("table:not(#vastgezet):not(#bekeken) tbody tr"))
        {
            // Partial birth dates stay partial (R11): 1941, 04-1941.
            Assert.Matches("([0-9]{2}-){0,2}[0-9]{4}", row.QuerySelector("th")!.TextContent);
            Assert.Matches("[0-9]{2}-[0-9]{2}-[0-9]{4}|datum onbekend", row.QuerySelector("td[data-h=Opgenomen], td[data-h=Ontslagen], td[data-h=Gepland]")!.TextContent);
            Assert.True(row.QuerySelector("td[data-h=Gepland]") is not null || row.QuerySelector("td[data-h=Behandelbeperking]")!.TextContent.Trim().Length > 0);
        }
    }

    [Fact]
    public async Task R7_List_DirectivesThatCannotBeFetched_AreNotNone()
    {
        await using var fault = await fixture.Epd.FaultAsync("status:500", "Consent");
        var answer = await fixture.Doctor.GetAsync("/patienten");
        Assert.Equal(200, answer.Status);
        Assert.All(answer.Page.QuerySelectorAll("td[data-h=Behandelbeperking]"), cell =>
            Assert.Equal("Beperking niet op te halen", cell.TextContent.Trim()));
    }

    [Fact]
    public async Task List_DoctorWithoutPatientsInHospital_SaysSo()
    {
        var newcomer = new TestCard { UziNumber = "900040009", Agb = "09999999" };
        await fixture.Portal.AddAccountAsync(newcomer);
        using var client = await fixture.Portal.SignInAsync(TestPki.Shared.Card(newcomer));
        var answer = await client.GetAsync("/patienten");
        Assert.Equal("0", answer.Page.QuerySelector("#opgenomen-t .zvp-count")!.TextContent);
        Assert.Contains("Geen opgenomen patiënten", answer.Words, StringComparison.Ordinal);
        Assert.Contains("In het EPD zijn de laatste 14 dagen geen patiënten van jou ontslagen.", answer.Words, StringComparison.Ordinal);
    }

    private static bool IsOnTheList(SandboxPatient patient)
    {
        var since = TimeProvider.System.GetUtcNow().AddDays(-14);
        return patient.Encounter switch
        {
            { State: "admitted" } => true,
            { State: "discharged", End: "" } stay => Moment(stay.Start) >= since,
            { State: "discharged" } stay => Moment(stay.End) >= since,
            _ => false,
        };
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Count(IEnumerable<SandboxPatient> patients, string state) =>
        patients.Count(patient => patient.State == state).ToString(CultureInfo.InvariantCulture);

    /// <summary>Who must be on the list, by id; also those whose GP the EPD wrote as a bare AGB code.</summary>
    private async Task<List<SandboxPatient>> ExpectedAsync(string agb) =>
        [.. (await fixture.Epd.PatientsAsync(agb)).Where(IsOnTheList).OrderBy(p => p.Id, StringComparer.Ordinal)];

    private List<string> Recorded(PortalAnswer answer)
    {
        Assert.Equal(200, answer.Status);
        return [.. fixture.Portal.Trail(AuditEventType.PatientListShown)[0].Patients.Select(patient => patient.EpdId)];
    }
}
