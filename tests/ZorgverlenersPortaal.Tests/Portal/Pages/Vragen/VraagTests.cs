using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Vragen;

/// <summary>A question of an officer: the doctor meets it at her next sign-in, and nobody else does.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class VraagTests(OfficeFixture office)
{
    private const string Answer = "Ik had dienst op de post en zocht de medicatie op.";

    [Fact]
    public async Task Answer_FromSignInToTheCase_WithoutTheOfficerOrJavaScript()
    {
        var rig = await new CaseRig(office, "21").StartAsync();
        Assert.Equal(303, (await rig.AskAsync()).Status);

        using var doctor = office.Portal.Client(TestPki.Shared.Card(rig.Doctor));
        Assert.Equal("/vragen", (await doctor.GetAsync("/inloggen")).Location);
        var list = await doctor.GetAsync("/vragen");
        Assert.Equal("1 te beantwoorden", list.Page.QuerySelector("nav a[href='/vragen'] .zvp-count")!.TextContent);
        Assert.Contains(list.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/patienten");
        var path = list.Page.QuerySelector("main a[href^='/vragen/']")!.GetAttribute("href")!;
        var question = await doctor.GetAsync(path);
        Assert.Contains("Waarom was dit op dat moment nodig?", question.Words, StringComparison.Ordinal);
        Assert.Contains("Verward binnengebracht op de post", question.Words, StringComparison.Ordinal);
        foreach (var hidden in (string[])[CaseRig.Bsn, CaseRig.Bsn[6..], rig.Patient, "Esra", "Wacht"])
        {
            Assert.DoesNotContain(hidden, question.Words + path + question.Part("title"), StringComparison.Ordinal);
        }

        Assert.Equal((303, path), ((await doctor.FillInAsync(path, null, ("Words", Answer))).Status, path));

        var answered = await doctor.GetAsync(path);
        Assert.Contains(Answer, answered.Words, StringComparison.Ordinal);
        Assert.Null(answered.Page.QuerySelector("nav a[href='/vragen']"));
        Assert.Equal("/patienten", (await doctor.GetAsync("/vragen")).Location);
        Assert.Contains(Answer, (await office.Officer.GetAsync(rig.Path)).Words, StringComparison.Ordinal);
        Assert.Equal(rig.Doctor.UziNumber, Assert.Single(rig.Records(AuditEventType.CaseExplained)).Actor!.UziNumber);
        using var again = await office.Portal.SignInAsync(TestPki.Shared.Card(rig.Doctor));
    }

    [Fact]
    public async Task R16_Question_OfAnotherNeverAskedOrNotThere_IsTheSameAnswer()
    {
        var asked = await new CaseRig(office, "22").StartAsync();
        await asked.AskAsync();
        var quiet = await new CaseRig(office, "23").StartAsync();
        using var other = await office.Portal.SignInAsync(TestPki.Shared.Card(quiet.Doctor));

        var answers = new[] { asked.Path, quiet.Path, "/x/000000000000" }.Select(path => "/vragen/" + path.Split('/')[^1]);
        List<string> seen = [];
        foreach (var path in answers)
        {
            var answer = await other.GetAsync(path);
            Assert.Equal(404, answer.Status);
            seen.Add(answer.Page.QuerySelector("main h1")!.TextContent + answer.Text.Length);
        }
        Assert.Single(seen.Distinct());

        using var doctor = office.Portal.Client(TestPki.Shared.Card(asked.Doctor));
        await doctor.GetAsync("/inloggen");
        var form = await doctor.GetAsync("/vragen/" + asked.Path.Split('/')[^1]);
        Assert.Equal(404, (await other.FillInAsync("/vragen/" + asked.Path.Split('/')[^1], await StolenAsync(other, form), null, ("Words", Answer))).Status);
        Assert.Empty(asked.Records(AuditEventType.CaseExplained));
    }

    [Fact]
    public async Task Answer_TooShort_ComesBackAndIsNotKept()
    {
        var rig = await new CaseRig(office, "24").StartAsync();
        await rig.AskAsync();
        using var doctor = office.Portal.Client(TestPki.Shared.Card(rig.Doctor));
        await doctor.GetAsync("/inloggen");
        var path = "/vragen/" + rig.Path.Split('/')[^1];
        var refused = await doctor.FillInAsync(path, null, ("Words", "nodig"));
        Assert.Equal((422, "Schrijf 10 tot 2000 tekens."), (refused.Status, refused.Faults().Beside.Single()));
        Assert.Contains("nodig", refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(rig.Records(AuditEventType.CaseExplained));
    }

    [Fact]
    public async Task R2_Answer_TrailGone_IsNotKept()
    {
        var rig = await new CaseRig(office, "25").StartAsync();
        await rig.AskAsync();
        using var doctor = office.Portal.Client(TestPki.Shared.Card(rig.Doctor));
        await doctor.GetAsync("/inloggen");
        var path = "/vragen/" + rig.Path.Split('/')[^1];
        var form = await doctor.GetAsync(path);
        using (office.Portal.BreakTrail())
        {
            Assert.Equal(503, (await doctor.FillInAsync(path, form, null, ("Words", Answer))).Status);
        }
        Assert.NotNull((await doctor.GetAsync(path)).Page.QuerySelector("textarea"));
    }

    [Fact]
    public async Task Question_CaseJudgedMeanwhile_SaysItIsClosed()
    {
        var rig = await new CaseRig(office, "26").StartAsync();
        await rig.AskAsync();
        Assert.Equal(303, (await rig.JudgeAsync(office.Officer, "Lawful")).Status);
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card(rig.Doctor));
        var page = await doctor.GetAsync("/vragen/" + rig.Path.Split('/')[^1]);
        Assert.Contains("Deze vraag is gesloten", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseRig.Judged, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OfSomebodyWithoutADoctorsAccount_SaysSo()
    {
        var rig = await new CaseRig(office, "27").StartAsync();
        await office.Portal.Accounts.BlockAsync(rig.Doctor.UziNumber, "test", PortalHost.Office);
        var refused = await rig.AskAsync();
        Assert.Equal((422, 1), (refused.Status, refused.Faults().Above.Count));
        Assert.Empty(rig.Records(AuditEventType.CaseAsked));
    }

    /// <summary>The form of one doctor with the token of another's own page.</summary>
    private static async Task<PortalAnswer> StolenAsync(PortalClient other, PortalAnswer form)
    {
        var token = (await other.GetAsync("/account")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        form.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.SetAttribute("value", token);
        return form;
    }
}
