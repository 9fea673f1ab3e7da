using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>The officer's cases as she meets them: the queue, one case, its verdict, and the second officer.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class ZaakTests(OfficeFixture office)
{
    [Fact]
    public async Task Queue_AnEmergency_StandsInItWithoutThePatient()
    {
        var rig = await new CaseRig(office, "01").StartAsync();
        var page = await office.Officer.GetAsync("/toezicht/zaken?stand=New&herkomst=Emergency");
        var row = page.Page.QuerySelectorAll("tbody tr").Single(one => one.TextContent.Contains("Dokter01", StringComparison.Ordinal));
        Assert.Contains("Noodprocedure", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("nog niemand", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseRig.Bsn[6..], row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Patient, page.Text, StringComparison.Ordinal);
        Assert.Equal("Zaken", page.Page.QuerySelector("nav a[aria-current=page]")!.TextContent.Trim());
        Assert.DoesNotContain("Dokter01", (await office.Officer.GetAsync("/toezicht/zaken?stand=Breach")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_Opened_ShowsTheLookAndIsRecordedFirst()
    {
        var rig = await new CaseRig(office, "02").StartAsync();
        var page = await office.Officer.GetAsync(rig.Path);
        Assert.Equal(200, page.Status);
        foreach (var text in (string[])["Verward binnengebracht op de post", "Noodprocedure gestart", "••• ••• " + CaseRig.Bsn[6..], "Elke noodprocedure wordt beoordeeld"])
        {
            Assert.Contains(text, page.Words, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(CaseRig.Bsn, page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await office.Officer.GetAsync("/toezicht/zaken/ZK-000000000000")).Status);
        var shown = Assert.Single(rig.Records(AuditEventType.CaseShown));
        Assert.Equal(page.Part("h1"), (await office.Officer.GetAsync("/toezicht/zaken/ZK-" + rig.Path.Split('/')[^1].ToUpperInvariant())).Part("h1"));
        Assert.Equal((OfficeFixture.Esra.UziNumber, new AuditPatient(rig.Patient, CaseRig.Bsn)), (shown.Actor!.UziNumber, shown.Patients[0]));
    }

    [Fact]
    public async Task R2_Case_TrailGone_IsNotShownAndNotJudged()
    {
        var rig = await new CaseRig(office, "03").StartAsync();
        var form = await office.Officer.GetAsync(rig.Path);
        using (office.Portal.BreakTrail())
        {
            var refused = await office.Officer.GetAsync(rig.Path);
            Assert.Equal(503, refused.Status);
            Assert.DoesNotContain("Dokter03", refused.Text, StringComparison.Ordinal);
            var judged = await office.Officer.FillInAsync(rig.Path, form, "Oordeel", ("Form.Verdict", "Lawful"), ("Form.Words", CaseRig.Judged), ("Form.Minutes", "6"));
            Assert.Equal(503, judged.Status);
        }
        Assert.Contains("Jouw oordeel", (await office.Officer.GetAsync(rig.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judge_Lawful_ClosesTheCaseAndOnlyAnotherReopensIt()
    {
        var rig = await new CaseRig(office, "04").StartAsync();
        Assert.Equal((303, rig.Path), await StatusOf(rig.JudgeAsync(office.Officer, "LawfulWithAdvice")));
        var page = await office.Officer.GetAsync(rig.Path);
        Assert.Contains("Je oordeel is vastgelegd.", page.Words, StringComparison.Ordinal);
        Assert.Contains("6 min volgens de officer", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action*='handler=Heropen']"));

        using var rob = await rig.SignInRobAsync();
        Assert.Equal(303, (await rob.FillInAsync(rig.Path, "Heropen", ("Form.Reopen", "Er kwam nieuwe informatie"))).Status);
        Assert.Contains("Nieuw", (await rob.GetAsync(rig.Path)).Part(".zvp-panel__head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judge_FormWithFaults_ComesBackWithWhatWasTyped()
    {
        var rig = await new CaseRig(office, "05").StartAsync();
        var none = await office.Officer.FillInAsync(rig.Path, "Oordeel", ("Form.Words", CaseRig.Judged), ("Form.Minutes", "6"));
        Assert.Equal((422, "Kies een oordeel."), (none.Status, none.Faults().Beside.Single()));
        var words = await office.Officer.FillInAsync(rig.Path, "Oordeel", ("Form.Verdict", "Lawful"), ("Form.Words", "ja"), ("Form.Minutes", "6"));
        Assert.Equal((422, "Schrijf 10 tot 2000 tekens."), (words.Status, words.Faults().Beside.Single()));
        Assert.Equal("6", words.Typed("Form.Minutes"));
        var minutes = await office.Officer.FillInAsync(rig.Path, "Oordeel", ("Form.Verdict", "Lawful"), ("Form.Words", CaseRig.Judged), ("Form.Minutes", "zes"));
        Assert.Equal((422, "Vul hele minuten in, van 1 tot 9999."), (minutes.Status, minutes.Faults().Beside.Single()));
        Assert.Empty(rig.Records(AuditEventType.CaseClosed));
    }

    [Fact]
    public async Task Judge_Breach_WaitsForASecondOfficer()
    {
        var rig = await new CaseRig(office, "06").StartAsync();
        Assert.Equal(303, (await rig.JudgeAsync(office.Officer, "Breach")).Status);
        var own = await office.Officer.GetAsync(rig.Path);
        Assert.Contains("Wacht op tweede officer", own.Words, StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("input[value=AgreeBreach]"));
        Assert.Equal(422, (await rig.JudgeAsync(office.Officer, "AgreeBreach", "Bevestig")).Status);

        using var rob = await rig.SignInRobAsync();
        Assert.Equal(303, (await rig.JudgeAsync(rob, "AgreeBreach", "Bevestig")).Status);
        Assert.Contains("Onrechtmatig", (await rob.GetAsync(rig.Path)).Part(".zvp-panel__head"), StringComparison.Ordinal);
        Assert.Equal(CaseRig.Rob.UziNumber, Assert.Single(rig.Records(AuditEventType.CaseBreachDecided)).Actor!.UziNumber);
    }

    [Fact]
    public async Task Recuse_AnOfficerWhoKnowsThem_SeesNothingOfItAnyMore()
    {
        var rig = await new CaseRig(office, "07").StartAsync();
        Assert.Equal(303, (await office.Officer.FillInAsync(rig.Path, "Ken")).Status);
        var page = await office.Officer.GetAsync(rig.Path);
        Assert.Contains("Een andere officer beoordeelt het.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Verward binnengebracht", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseRig.Bsn[6..], page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        using var rob = await rig.SignInRobAsync();
        Assert.Contains("Verward binnengebracht", (await rob.GetAsync(rig.Path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08", "", "Officer")]
    [InlineData("09", "?herkomst=patient", "Vraag van patiënt")]
    public async Task Open_FromARecord_MakesACaseOfTheLook(string number, string query, string origin)
    {
        var place = await LookAsync("case-look-" + number);
        var record = await office.Officer.GetAsync("/toezicht/inzagelog/" + place);
        Assert.Equal("/toezicht/zaken/nieuw/" + place, record.Page.QuerySelector("a[href*='/zaken/nieuw/']")!.GetAttribute("href"));

        var made = await office.Officer.FillInAsync("/toezicht/zaken/nieuw/" + place + query, null, ("Reason", "Komt vaker voor bij deze arts"));
        Assert.Equal(303, made.Status);
        var page = await office.Officer.GetAsync(made.Location!);
        Assert.Contains(origin, page.Part(".zvp-lead"), StringComparison.Ordinal);
        Assert.Contains("Komt vaker voor bij deze arts", page.Words, StringComparison.Ordinal);
        Assert.Contains(made.Location!, (await office.Officer.GetAsync("/toezicht/inzagelog/" + place)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithoutAReasonOrRecord_MakesNothing()
    {
        var place = await LookAsync("case-look-10");
        Assert.Equal(422, (await office.Officer.FillInAsync("/toezicht/zaken/nieuw/" + place, null, ("Reason", "x"))).Status);
        Assert.Equal(422, (await office.Officer.FillInAsync("/toezicht/zaken/nieuw/node1/99999999", null, ("Reason", "Een regel die er niet is"))).Status);
        Assert.Equal(404, (await office.Officer.GetAsync("/toezicht/zaken/nieuw/a..b/1")).Status);
    }

    [Fact]
    public async Task R1_Cases_AnAdministratorOrDoctor_IsRefused()
    {
        var rig = await new CaseRig(office, "11").StartAsync();
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        foreach (var path in (string[])["/toezicht/zaken", rig.Path])
        {
            Assert.Equal(403, (await office.Office.GetAsync(path)).Status);
            Assert.Equal(403, (await doctor.GetAsync(path)).Status);
        }
        Assert.Equal(404, (await office.Officer.GetAsync("/toezicht/zaken/000000000000")).Status);
    }

    private static async Task<(int, string?)> StatusOf(Task<PortalAnswer> sent)
    {
        var answer = await sent;
        return (answer.Status, answer.Location);
    }

    private async Task<string> LookAsync(string patient)
    {
        var receipt = await office.Portal.Services.GetRequiredService<AuditTrail>().AppendAsync(
            new()
            {
                Event = AuditEventType.OwnPatientSearched,
                Action = AuditAction.Read,
                Outcome = AuditOutcome.Success,
                Time = office.Portal.Clock.GetUtcNow(),
                RequestId = "request-1",
                Actor = new() { Name = "A. Tester", UziNumber = "900007777", SessionId = "session-tester" },
                Patients = [new(patient)],
            },
            default);
        return FormattableString.Invariant($"{receipt.Node}/{receipt.Sequence}");
    }
}
