using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>What is coming for a doctor's patients, on her list: by the same decision and the same record as who lies in hospital.</summary>
public sealed class PlannedTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    private static string Ahead(double days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    protected override Task FillAsync()
    {
        Epd.Has(
            Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient(),
            Some.Encounter(status: "planned", start: Ahead(3)), Appointment("a1", "booked", 5));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task List_PlannedAdmissionAndAppointment_StandInTheirOwnGroupFirstOneFirst()
    {
        var page = await Doctor.GetAsync("/patienten");

        var rows = Rows(page);
        Assert.Equal(2, rows.Count);
        Assert.Contains("Opname", rows[0], StringComparison.Ordinal);
        Assert.Contains("Longziekten", rows[1], StringComparison.Ordinal);
        Assert.Contains("Poli 4", rows[1], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Contains("Eigen patiënt", row, StringComparison.Ordinal));
        Assert.Equal("2", page.Page.QuerySelector("#gepland-t .zvp-count")!.TextContent);
        Assert.Contains("Geen opgenomen patiënten", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancelled", 5)]
    [InlineData("entered-in-error", 5)]
    [InlineData("noshow", 5)]
    [InlineData("proposed", 5)]
    [InlineData("booked", 20)]
    [InlineData("booked", -2)]
    public async Task List_AppointmentThatIsOffOrNotSoon_IsNotThere(string status, int days)
    {
        Epd.Has(Appointment("a1", status, days));

        Assert.Single(Rows(await Doctor.GetAsync("/patienten")));
    }

    [Theory]
    [InlineData("cancelled", 3)]
    [InlineData("planned", 20)]
    [InlineData("planned", -3)]
    public async Task List_AdmissionThatIsOffOrNotSoon_IsNotThere(string status, int days)
    {
        Epd.Has(Some.Encounter(status: status, start: Ahead(days)));

        Assert.Single(Rows(await Doctor.GetAsync("/patienten")));
    }

    [Fact]
    public async Task List_AppointmentNobodyConfirmed_SaysSo()
    {
        Epd.Has(Appointment("a1", "pending", 5));

        Assert.Contains("Nog niet bevestigd", Rows(await Doctor.GetAsync("/patienten"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_List_RecordNamesThePlannedPatientAndWhatIsShownOfHer()
    {
        Epd.Has(Some.Patient("p2", "999900031"), Appointment("a2", "cancelled", 5, "p2"));

        await Doctor.GetAsync("/patienten");

        var record = Portal.Trail(AuditEventType.PatientListShown)[0];
        Assert.Equal(["p1"], record.Patients.Select(patient => patient.EpdId));
        Assert.Equal(["Appointment/a1/1", "Encounter/e1/1", "Patient/p1/1"], record.Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R4_List_AppointmentOfAStranger_IsDroppedAndRecorded()
    {
        Epd.On("Appointment", ScriptedAnswer.Bundle(Appointment("a1", "booked", 5), Appointment("a9", "booked", 5, "p9")));

        var page = await Doctor.GetAsync("/patienten");

        Assert.Equal(2, Rows(page).Count);
        Assert.Contains("Niet alle afspraken zijn opgehaald", page.Words, StringComparison.Ordinal);
        Assert.Equal(["Appointment/a9"], Portal.Trail(AuditEventType.ForeignResourceDropped)[0].Resources);
    }

    [Fact]
    public async Task R7_List_AppointmentsThatCannotBeFetched_AreNotNoneAndTheRestIsThere()
    {
        Epd.On("Appointment", ScriptedAnswer.Status(500));

        var page = await Doctor.GetAsync("/patienten");

        Assert.Equal(200, page.Status);
        Assert.Single(Rows(page));
        Assert.Contains("Niet alle afspraken zijn opgehaald", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Niets gepland", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R10_List_AppointmentThatIsNotUnderstood_ShowsOnlyWhatAndWhen()
    {
        Epd.Has(Appointment("a1", "booked", 5).With(appointment => appointment["modifierExtension"] = Some.UnknownModifier));

        var row = Rows(await Doctor.GetAsync("/patienten"))[1];

        Assert.Contains("kan niet veilig worden weergegeven", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Longziekten", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutDaysAhead_AsksNothingAndShowsNoGroup()
    {
        await using var portal = await PortalHost.StartAsync(Epd.Base, ("Epd:PlannedDays", "0"));
        using var doctor = await portal.SignInAsync(TestPki.Shared.Card());
        var asked = Epd.Asked.Count(one => one.Type == "Appointment");

        var page = await doctor.GetAsync("/patienten");

        Assert.Null(page.Page.QuerySelector("#gepland-t"));
        Assert.Equal(asked, Epd.Asked.Count(one => one.Type == "Appointment"));
    }

    [Fact]
    public async Task Handover_OnPaper_NamesNobodyWhoIsOnlyPlanned()
    {
        await Doctor.SubmitAsync(await Doctor.GetAsync("/patienten"), "/patienten/overdracht");

        Assert.Empty(Portal.Trail(AuditEventType.ListPrinted)[0].Patients);
    }

    [Fact]
    public async Task Deceased_IsMarkedWhereverSheStandsOnTheListAndOnPaper()
    {
        Epd.Has(
            Some.Patient().With(patient => patient["deceasedDateTime"] = "2026-01-02"),
            Some.Encounter("e2", status: "finished", start: Ahead(-4), end: Ahead(-1)));

        var page = await Doctor.GetAsync("/patienten");
        var paper = await Doctor.SubmitAsync(page, "/patienten/overdracht");

        Assert.Equal(3, page.Page.QuerySelectorAll("tbody th").Length);
        Assert.All(page.Page.QuerySelectorAll("tbody th"), who => Assert.Equal("Overleden", who.QuerySelector(".zvp-dead")!.TextContent));
        Assert.Equal(2, paper.Page.QuerySelectorAll("tbody th").Length);
        Assert.All(paper.Page.QuerySelectorAll("tbody th"), who => Assert.Equal("Overleden", who.QuerySelector(".zvp-dead")!.TextContent));
    }

    private static List<string> Rows(PortalAnswer page) =>
        [.. page.Page.QuerySelectorAll("section[aria-labelledby=gepland-t] tbody tr").Select(row => PortalAnswer.Plain(row.TextContent))];

    private static JsonObject Appointment(string id, string status, double days, string patient = "p1") => new()
    {
        ["resourceType"] = "Appointment",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["serviceType"] = new JsonArray(new JsonObject { ["text"] = "Longziekten" }),
        ["start"] = Ahead(days),
        ["end"] = Ahead(days + 0.01),
        ["participant"] = new JsonArray(
            new JsonObject { ["actor"] = Some.Ref("Patient/" + patient), ["status"] = "accepted" },
            new JsonObject { ["actor"] = Some.Ref("Location/poli").With(place => place["display"] = "Poli 4"), ["status"] = "accepted" }),
    };
}
