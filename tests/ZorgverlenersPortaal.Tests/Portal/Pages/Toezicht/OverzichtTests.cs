using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>
/// The overview a patient may ask for: who, when, what, why, and by which mark to ask about it. Each test has a patient whom no other
/// test of the office names.
/// </summary>
[Collection(OfficeJourneys.Name)]
public sealed class OverzichtTests(OfficeFixture office)
{
    private const string Path = "/toezicht/overzicht";

    [Fact]
    public async Task Make_ForAPatient_ShowsEachPersonOnceADayAndIsRecorded()
    {
        const string Bsn = "999900523";
        await LooksAsync(Bsn);

        var page = await office.Officer.FillInAsync(Path, null, ("Form.Bsn", Bsn));

        var rows = page.Page.QuerySelectorAll("tbody tr").Select(row => PortalAnswer.Plain(row.TextContent)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("A. Tester", rows[0], StringComparison.Ordinal);
        Assert.Contains("Eigen patiënt gezocht", rows[0], StringComparison.Ordinal);
        Assert.Contains("Gezocht voor de noodprocedure (Geweigerd)", rows[1], StringComparison.Ordinal);
        Assert.Contains("Noodprocedure", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, page.Page.QuerySelector("section")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal([new AuditPatient("", Bsn)], office.Portal.Trail(AuditEventType.PatientOverviewMade)[0].Patients);
    }

    [Fact]
    public async Task Make_AsJson_HoldsTheSameLines()
    {
        const string Bsn = "999900535";
        await LooksAsync(Bsn);
        var page = await office.Officer.GetAsync(Path);
        var token = page.Page.QuerySelector(".zvp-filter input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Bsn", Bsn)]);

        var answer = await office.Officer.SendAsync(HttpMethod.Post, page.Page.QuerySelector("button[formaction]")!.GetAttribute("formaction")!, form);

        Assert.Equal((200, "application/json"), (answer.Status, answer.Header("Content-Type")));
        using var json = JsonDocument.Parse(answer.Bytes);
        Assert.Equal([false, true], json.RootElement.GetProperty("regels").EnumerateArray().Select(line => line.GetProperty("noodprocedure").GetBoolean()));
        Assert.DoesNotContain(Bsn, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    public async Task Make_WithoutABsn_SaysSoAndMakesNothing(string bsn)
    {
        var before = office.Portal.Trail(AuditEventType.PatientOverviewMade).Count;
        var answer = await office.Officer.FillInAsync(Path, null, ("Form.Bsn", bsn));
        Assert.Equal((422, 1), (answer.Status, answer.Faults().Above.Count));
        Assert.Equal(before, office.Portal.Trail(AuditEventType.PatientOverviewMade).Count);
    }

    [Fact]
    public async Task Make_ForSomebodyNobodyLookedAt_SaysSo()
    {
        var page = await office.Officer.FillInAsync(Path, null, ("Form.Bsn", "999900560"));
        Assert.Contains("Niemand bekeek dit dossier in het portaal", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OfAnEmployee_ShowsEachPatientWithoutTheWholeBsn_AndNoNumberIsInAnAddress()
    {
        var (trail, uzi) = (office.Portal.Services.GetRequiredService<AuditTrail>(), "900007801");
        var look = Look("999900602") with { Actor = new() { Name = "M. Werker", UziNumber = uzi, RoleCode = "01.047", Ura = "90007801" }, OnBehalfOf = "900007899" };
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look with { Patients = [new("pat-9", "999900614")] }, default);

        var page = await office.Officer.FillInAsync(Path + "/medewerker", null, ("Form.Who", uzi));

        Assert.Equal(["pat-999900602 (••• ••• 602)", "pat-9 (••• ••• 614)"], page.Page.QuerySelectorAll("tbody tr td[data-h=Patiënt]").Select(cell => PortalAnswer.Plain(cell.TextContent)));
        Assert.Equal(["specialist ouderengeneeskunde", "UZI 900\u00A0007\u00A0801", "organisatie 90007801", "namens 900007899"], page.Page.QuerySelectorAll("tbody tr:first-child td[data-h=Wie] span").Select(span => span.TextContent));
        Assert.Contains("2 regels van het log", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("999900602 ", page.Words.Replace("pat-999900602", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var recorded = office.Portal.Trail(AuditEventType.AccessReportMade)[0];
        Assert.StartsWith("report:Employee uzi:900007801 found:3", recorded.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("[href],[action],[formaction]"), link =>
            new[] { "href", "action", "formaction" }.Any(name => link.GetAttribute(name)?.Contains(uzi, StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Make_OfAPractice_ShowsOnlyItsPeopleAndOnlyThoseDays()
    {
        var (trail, today) = (office.Portal.Services.GetRequiredService<AuditTrail>(), office.Portal.Clock.GetUtcNow());
        var look = Look("999900626") with { Actor = new() { Name = "P. Praktijk", UziNumber = "900007811", Ura = "90007811" } };
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look with { Actor = look.Actor! with { UziNumber = "900007812", Ura = "90007812" } }, default);
        await trail.AppendAsync(look with { Time = today.AddDays(-3), Patients = [new("pat-7")] }, default);
        var day = DutchDay.Of(office.Portal.Clock).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

        var page = await office.Officer.FillInAsync(Path + "/praktijk", null, ("Form.Ura", "90007811"), ("Form.From", day), ("Form.Until", day));

        Assert.Contains("P. Praktijk", PortalAnswer.Plain(Assert.Single(page.Page.QuerySelectorAll("tbody tr")).TextContent), StringComparison.Ordinal);
        Assert.Contains("ura:90007811", office.Portal.Trail(AuditEventType.AccessReportMade)[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("praktijk", "Form.Ura", "90007811", "Kies een eerste en een laatste dag, hoogstens 31 dagen.")]
    [InlineData("praktijk", "Form.Ura", "9000781", "Vul het URA-nummer van de organisatie in: acht cijfers.")]
    [InlineData("medewerker", "Form.Who", "Werker", "Vul het UZI-nummer in: negen cijfers.")]
    [InlineData("dossier", "Form.Bsn", "", "Vul het BSN in van de patiënt.")]
    public async Task Make_OfNothing_SaysWhatIsMissingAndMakesNothing(string shape, string field, string value, string fault)
    {
        var before = office.Portal.Trail(AuditEventType.AccessReportMade).Count;
        var answer = await office.Officer.FillInAsync($"{Path}/{shape}", null, (field, value));
        Assert.Equal((422, before), (answer.Status, office.Portal.Trail(AuditEventType.AccessReportMade).Count));
        Assert.Contains(fault, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OfARecord_ShowsTheOverviewsThatWereMadeOfIt()
    {
        const string Bsn = "999900638";
        await LooksAsync(Bsn);
        await office.Officer.FillInAsync(Path, null, ("Form.Bsn", Bsn));
        var page = await office.Officer.FillInAsync(Path + "/dossier", null, ("Form.Bsn", Bsn));
        Assert.Contains("Overzicht voor de patiënt gemaakt", page.Words, StringComparison.Ordinal);
        Assert.Equal([new AuditPatient("", Bsn)], office.Portal.Trail(AuditEventType.AccessReportMade)[0].Patients);
    }

    [Fact]
    public async Task Make_AsPdf_IsRecordedAndSaysTheSame()
    {
        const string Bsn = "999900651";
        await LooksAsync(Bsn);
        var before = office.Portal.Trail(AuditEventType.PatientOverviewMade).Count;

        var answer = await PostAsync(Path, "Pdf", ("Form.Bsn", Bsn));

        Assert.Equal((200, "application/pdf", before + 1), (answer.Status, answer.Header("Content-Type"), office.Portal.Trail(AuditEventType.PatientOverviewMade).Count));
        var text = OverviewPdfTests.Text(answer.Bytes);
        Assert.Contains("A. Tester", text, StringComparison.Ordinal);
        Assert.Contains("Eigen patiënt gezocht", text, StringComparison.Ordinal);
        Assert.Contains("Pagina 1 van 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nergens")]
    [InlineData("/Praktijk")]
    [InlineData("/0")]
    public async Task Get_AnotherShape_IsNotFound(string path) => Assert.Equal(404, (await office.Officer.GetAsync(Path + path)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("/praktijk")]
    [InlineData("/medewerker")]
    [InlineData("/dossier")]
    public async Task Get_OfAnAdministrator_IsRefused(string path) => Assert.Equal(403, (await office.Office.GetAsync(Path + path)).Status);

    private async Task<PortalAnswer> PostAsync(string path, string handler, (string Name, string Value) field)
    {
        var page = await office.Officer.GetAsync(path);
        var token = page.Page.QuerySelector(".zvp-filter input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field.Name, field.Value)]);
        return await office.Officer.SendAsync(HttpMethod.Post, $"{path}?handler={handler}", form);
    }

    private async Task LooksAsync(string bsn)
    {
        var (trail, look) = (office.Portal.Services.GetRequiredService<AuditTrail>(), Look(bsn));
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look with { Event = AuditEventType.EmergencySearched, Outcome = AuditOutcome.Refused, Purpose = "ETREAT", Patients = [new("pat-" + bsn)] }, default);
    }

    private AuditRecord Look(string bsn) =>
        new()
        {
            Event = AuditEventType.OwnPatientSearched,
            Action = AuditAction.Read,
            Outcome = AuditOutcome.Success,
            Time = office.Portal.Clock.GetUtcNow(),
            RequestId = "request-1",
            Actor = new() { Name = "A. Tester", UziNumber = "900007777", RoleCode = "01.015" },
            Patients = [new("pat-" + bsn, bsn)],
            Purpose = "TREAT",
        };
}
