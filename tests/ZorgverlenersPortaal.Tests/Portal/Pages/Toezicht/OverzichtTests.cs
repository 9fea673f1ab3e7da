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

    private async Task LooksAsync(string bsn)
    {
        var trail = office.Portal.Services.GetRequiredService<AuditTrail>();
        var look = new AuditRecord
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
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look, default);
        await trail.AppendAsync(look with { Event = AuditEventType.EmergencySearched, Outcome = AuditOutcome.Refused, Purpose = "ETREAT", Patients = [new("pat-" + bsn)] }, default);
    }
}
