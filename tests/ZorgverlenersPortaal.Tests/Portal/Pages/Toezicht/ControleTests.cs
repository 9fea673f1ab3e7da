using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Tests.Dossier.Explanations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>An officer has the looks of some days reviewed: what is explained is closed, the rest shown with reasons; recorded first.</summary>
public sealed class ControleTests(ControleRig rig) : IClassFixture<ControleRig>
{
    private const string Cases = "section[aria-labelledby=lijst-t] tbody tr", Sample = "section[aria-labelledby=loting-t] tbody tr";

    [Fact]
    public async Task Get_ShowsTheFormAndReadsNothing()
    {
        var (asked, before) = (rig.Epd.Asked.Count, rig.Portal.Trail(AuditEventType.LooksReviewed).Count);
        var page = await rig.Officer.GetAsync("/toezicht/controle");
        Assert.Equal((200, 0), (page.Status, page.Page.QuerySelectorAll("table").Length));
        Assert.Equal((asked, before), (rig.Epd.Asked.Count, rig.Portal.Trail(AuditEventType.LooksReviewed).Count));
        Assert.Contains("/toezicht/controle", (await rig.Officer.GetAsync("/toezicht")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_ClosesWhatIsExplainedAndShowsTheRestWithItsReason()
    {
        var day = rig.NewDay();
        rig.Patient("c-own");
        rig.Patient("c-alone");
        rig.Patient("c-seen");
        rig.Epd.Has(Some.Encounter("c-e1", "c-seen", "finished", Iso(day.AddDays(2)), Iso(day.AddDays(3)), "EMER"));
        await rig.HasAsync([SomeLooks.Record(AuditEventType.PatientOpened, day, patient: "c-own"), .. ControleRig.Emergency(day.AddMinutes(5), "c-alone"), .. ControleRig.Emergency(day.AddMinutes(9), "c-seen")]);

        var page = await rig.ReviewAsync(day);

        Assert.Equal(200, page.Status);
        Assert.Equal("Inzagen3 Verklaard2 Te bekijken1 Meer dan 20 per dag0 niet getoond", page.Part(".zvp-figures"));
        var row = Assert.Single(page.Page.QuerySelectorAll(Cases));
        Assert.Contains("Noodprocedure zonder opname, afspraak, verwijzing of brief binnen 7 dagen", PortalAnswer.Plain(row.TextContent), StringComparison.Ordinal);
        Assert.Contains("Patient/c-alone/1", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("999990019", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Test-c-alone", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await rig.Officer.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task MakeACase_OfALookOnTheList_OpensItWithTheRulesAndShowsItFromThenOn()
    {
        var day = rig.NewDay();
        rig.Patient("c-case");
        await rig.HasAsync(ControleRig.Emergency(day, "c-case"));
        var page = await rig.ReviewAsync(day);
        var form = Assert.Single(page.Page.QuerySelectorAll(Cases + " form"));
        var fields = form.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).Where(field => field.Item1.StartsWith("Look.", StringComparison.Ordinal)).ToArray();

        var opened = await rig.SendAsync(page, "Zaak", fields);

        Assert.Equal(303, opened.Status);
        var record = rig.Portal.Trail(AuditEventType.CaseOpened)[0];
        Assert.Equal((OfficeFixture.Esra.UziNumber, "Rule"), (record.Actor?.UziNumber, record.Changes.Single(change => change.Field == "origin").After));
        Assert.Equal(["emergency-without-contact"], record.Changes.Where(change => change.Field == "reason").Select(change => change.After));
        Assert.Contains("Noodprocedure zonder contact met het ziekenhuis", (await rig.Officer.GetAsync(opened.Location!)).Words, StringComparison.Ordinal);
        var again = Assert.Single((await rig.ReviewAsync(day)).Page.QuerySelectorAll(Cases));
        Assert.Null(again.QuerySelector("form"));
        Assert.Contains(again.QuerySelectorAll("a"), link => link.GetAttribute("href") == opened.Location);
        Assert.Equal(opened.Location, (await rig.SendAsync(page, "Zaak", fields)).Location);
    }

    [Fact]
    public async Task MakeACase_OfADrawnLookThatNoRuleRaised_IsOfTheSample()
    {
        var day = rig.NewDay();
        rig.Patient("c-drawn");
        await rig.HasAsync(SomeLooks.Record(AuditEventType.PatientOpened, day, patient: "c-drawn"));
        var page = await rig.ReviewAsync(day, handler: "Loting");
        var place = Assert.Single(page.Page.QuerySelectorAll(Sample + " form input[name='Look.Place']")).GetAttribute("value")!;
        var opened = await rig.SendAsync(page, "Zaak", ("Look.Place", place), ("Look.IsDrawn", "True"));
        Assert.Contains("Door de loting gekozen", (await rig.Officer.GetAsync(opened.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal("Sample", rig.Portal.Trail(AuditEventType.CaseOpened)[0].Changes.Single(change => change.Field == "origin").After);
    }

    [Theory]
    [InlineData("node1/1", "False", "Jan is boos")]
    [InlineData("node1/1", "False", "3")]
    [InlineData("node1/1", "False", "own-surname OwnSurname")]
    [InlineData("node1/1", "False", null)]
    [InlineData("../1", "True", null)]
    [InlineData("node1/99999999", "True", null)]
    public async Task MakeACase_OfWhatNoListHolds_IsRefusedAndOpensNothing(string place, string isDrawn, string? rule)
    {
        var before = rig.Portal.Trail(AuditEventType.CaseOpened).Count;
        (string, string)[] fields = [("Look.Place", place), ("Look.IsDrawn", isDrawn), .. rule is null ? [] : new[] { ("Look.Rules", rule) }];
        Assert.Equal(422, (await rig.SendAsync("Zaak", fields)).Status);
        Assert.Equal(before, rig.Portal.Trail(AuditEventType.CaseOpened).Count);
    }

    [Fact]
    public async Task MakeACase_WithoutTheFormsToken_IsRefused()
    {
        using var form = new FormUrlEncodedContent([new("Look.Place", "node1/1"), new("Look.IsDrawn", "True")]);
        Assert.InRange((await rig.Officer.SendAsync(HttpMethod.Post, "/toezicht/controle?handler=Zaak", form)).Status, 400, 403);
    }

    [Theory]
    [InlineData("Appointment")]
    [InlineData("ServiceRequest")]
    [InlineData("DocumentReference")]
    public async Task Review_EachKindOfContact_Explains(string type)
    {
        var (day, id) = (rig.NewDay(), "c-" + type);
        rig.Patient(id);
        rig.Epd.Has(Contact(type, id, day));
        await rig.HasAsync(ControleRig.Emergency(day, id));
        Assert.Empty((await rig.ReviewAsync(day)).Page.QuerySelectorAll(Cases));
        rig.Epd.Has(Contact(type, id, day).With(resource => resource["status"] = "entered-in-error"));
        Assert.Single((await rig.ReviewAsync(day)).Page.QuerySelectorAll(Cases));
    }

    [Fact]
    public async Task Review_OfStaffWhoWasThere_ShowsTheReasonBesideWhatExplains()
    {
        var day = rig.NewDay();
        rig.Patient("c-staff", patient => patient["meta"] = new JsonObject { ["versionId"] = "1", ["security"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ActCode", ["code"] = "EMP" }) });
        rig.Epd.Has(Some.Encounter("c-e2", "c-staff", "finished", Iso(day), Iso(day), "EMER"));
        await rig.HasAsync(ControleRig.Emergency(day, "c-staff"));
        var row = Assert.Single((await rig.ReviewAsync(day)).Page.QuerySelectorAll(Cases));
        Assert.Contains("Noodprocedure op een medewerker of bekende persoon", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Encounter/c-e2", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_Review_IsRecordedBeforeTheTrailIsReadAndBeforeItIsShown()
    {
        var day = rig.NewDay();
        rig.Patient("c-rec");
        await rig.HasAsync(ControleRig.Emergency(day, "c-rec"));
        await rig.ReviewAsync(day);
        var (asked, shown) = (rig.Portal.Trail(AuditEventType.LooksReviewed)[0], rig.Portal.Trail(AuditEventType.ReviewShown)[0]);
        Assert.Equal((OfficeFixture.Esra.UziNumber, AuditOutcome.Success, asked.RequestId), (asked.Actor!.UziNumber, asked.Outcome, shown.RequestId));
        Assert.Contains("rules:" + SomeLooks.Rules.Hash, asked.Detail, StringComparison.Ordinal);
        Assert.Equal(new AuditPatient("c-rec", "999990019"), Assert.Single(shown.Patients));
        Assert.EndsWith(" looks:1 closed:0 cases:1 beyond:0 uncertain:0", shown.Detail, StringComparison.Ordinal);
        var form = await rig.Officer.GetAsync("/toezicht/controle");
        using (rig.Portal.BreakTrail())
        {
            var page = await rig.SendAsync(form, "", ("Form.From", ControleRig.Text(day)), ("Form.Until", ControleRig.Text(day)));
            Assert.Equal((503, 0), (page.Status, page.Page.QuerySelectorAll("tbody").Length));
        }
    }

    [Fact]
    public async Task R7_ContactsThatFail_AreNotCalledAbsent()
    {
        var day = rig.NewDay();
        rig.Patient("c-down");
        await rig.HasAsync(ControleRig.Emergency(day, "c-down"));
        rig.Epd.On(asked => asked.Type == "Appointment" && asked.Address.Contains("c-down", StringComparison.Ordinal), ScriptedAnswer.Json(Some.Outcome(), 500));
        var page = await rig.ReviewAsync(day);
        Assert.Contains("Niet alles is gecontroleerd", page.Words, StringComparison.Ordinal);
        var row = PortalAnswer.Plain(Assert.Single(page.Page.QuerySelectorAll(Cases)).TextContent);
        Assert.Contains("Niets verklaart deze inzage", row, StringComparison.Ordinal);
        Assert.DoesNotContain("zonder opname", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_ContactOfAnotherPatient_ExplainsNothing()
    {
        var day = rig.NewDay();
        rig.Patient("c-mine");
        await rig.HasAsync(ControleRig.Emergency(day, "c-mine"));
        rig.Epd.On(
            asked => asked.Type == "Encounter" && asked.Address.Contains("c-mine", StringComparison.Ordinal),
            ScriptedAnswer.Json(Some.Bundle(Some.Encounter("c-e9", "c-stranger", "finished", Iso(day), Iso(day)))));
        var row = Assert.Single((await rig.ReviewAsync(day)).Page.QuerySelectorAll(Cases));
        Assert.DoesNotContain("c-e9", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_SeedIsInTheTrailFirst_AndTheSameIsShownAgain()
    {
        var day = rig.NewDay();
        await rig.HasAsync(Enumerable.Range(0, 30).Select(i => SomeLooks.Record(AuditEventType.PatientOpened, day.AddMinutes(10 * i), patient: "c-d" + i)));

        var drawn = await rig.ReviewAsync(day, handler: "Loting");

        var (seed, shown) = (rig.Portal.Trail(AuditEventType.SampleSeeded)[0], rig.Portal.Trail(AuditEventType.ReviewShown)[0]);
        Assert.Matches(@"\Afrom:[0-9-]{10} until:[0-9-]{10} size:5 seed:[0-9a-f]{64}\z", seed.Detail!);
        Assert.True(seed.Time <= rig.Portal.Trail(AuditEventType.LooksReviewed)[0].Time);
        Assert.Equal(5, drawn.Page.QuerySelectorAll(Sample).Length);
        Assert.Equal(5, shown.Patients.Count);
        Assert.Contains("Uit 30 inzagen", drawn.Words, StringComparison.Ordinal);
        var place = drawn.Page.QuerySelector("#loting-t ~ * a, section[aria-labelledby=loting-t] .zvp-panel__head a")!.TextContent;
        var again = await rig.SendAsync("Opnieuw", ("Form.Draw", place));
        Assert.Equal(Rows(drawn), Rows(again));
        Assert.EndsWith(" draw:" + place, shown.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node1/1")]
    [InlineData("node1/999999")]
    [InlineData("elders/1")]
    [InlineData("../../beheer/1")]
    [InlineData("")]
    public async Task Redraw_OfWhatIsNoDraw_Is422(string place)
    {
        var page = await rig.SendAsync("Opnieuw", ("Form.Draw", place));
        Assert.Equal(422, page.Status);
        Assert.Single(page.Faults().Above);
    }

    [Theory]
    [InlineData("1-3-2026", "8-3-2026", "hoogstens 7 dagen")]
    [InlineData("2-3-2026", "1-3-2026", "ligt voor de eerste dag")]
    [InlineData("x", "1-3-2026", "Vul een datum in")]
    [InlineData("1-1-2150", "1-1-2150", "moet nog komen")]
    public async Task Review_OfDaysThatCannotBe_Is422AndReadsNothing(string from, string until, string expected)
    {
        var before = rig.Portal.Trail(AuditEventType.LooksReviewed).Count;
        var page = await rig.SendAsync("", ("Form.From", from), ("Form.Until", until));
        Assert.Equal(422, page.Status);
        Assert.Contains(expected, page.Words, StringComparison.Ordinal);
        Assert.Equal(before, rig.Portal.Trail(AuditEventType.LooksReviewed).Count);
    }

    [Fact]
    public async Task R1_NobodyElse_IsShownAnything()
    {
        using var office = await OfficeFixture.SignInAsync(rig.Portal, OfficeFixture.Nadia, "/beheer/accounts");
        Assert.Equal(403, (await office.GetAsync("/toezicht/controle")).Status);
        // And not by the service itself, were a page ever to forget.
        var desk = rig.Portal.Services.GetRequiredService<LookDesk>();
        var (day, asked) = (LookFolder.DayOf(rig.NewDay()), rig.Epd.Asked.Count);
        Assert.Null(await desk.ReviewAsync(Visit(AccountFunction.PortalAdministrator), day, day, default));
        Assert.Null(await desk.DrawAsync(Visit(AccountFunction.PortalAdministrator), day, day, default));
        Assert.Null(await desk.RedrawAsync(Visit(AccountFunction.PortalAdministrator), "node1", 1, default));
        Assert.All(rig.Portal.Trail(AuditEventType.LooksReviewed).Take(3), record => Assert.Equal((AuditOutcome.Refused, "OtherFunction"), (record.Outcome, record.Decision!.ReasonCode)));
        Assert.Equal(asked, rig.Epd.Asked.Count);
    }

    [Fact]
    public async Task R1_Grant_AsksOnlyOfPatientsWhomTheTrailShowed()
    {
        var day = rig.NewDay();
        rig.Patient("c-g1");
        await rig.HasAsync(SomeLooks.Record(AuditEventType.PatientOpened, day, patient: "c-g1"), SomeLooks.Record(AuditEventType.AccessDenied, day, patient: "c-g2") with { Outcome = AuditOutcome.Refused });
        var grant = await rig.Portal.Services.GetRequiredService<ExplanationGrant.Decider>().DecideAsync(Visit(AccountFunction.SecurityOfficer), day.AddHours(-1), day.AddHours(1), "test");
        var epd = rig.Portal.Services.GetRequiredService<IEpd>();
        var own = EpdQuery.Search("Patient", ("_id", "c-g1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => epd.SearchAsync(grant!, own, default));
        Assert.Equal(2, grant!.Records.Count());
        Assert.Single((await epd.SearchAsync(grant, own, default)).Resources);
        EpdQuery[] outside =
        [
            EpdQuery.Search("Patient", ("_id", "c-g2")), EpdQuery.Search("Patient", ("_id", "c-g1,c-g2")), EpdQuery.Search("Patient", ("identifier", "x")), EpdQuery.Search("Encounter", ("patient", "c-g1")),
            EpdQuery.Search("Condition", ("patient", "c-g1"), ("date", "ge2020-01-01")), EpdQuery.Read("Patient", "c-g1"), EpdQuery.History("Encounter", "e1"),
        ];
        foreach (var query in outside)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => epd.SearchAsync(grant, query, default));
        }
    }

    private static IReadOnlyList<string> Rows(PortalAnswer page) => [.. page.Page.QuerySelectorAll(Sample).Select(row => PortalAnswer.Plain(row.TextContent))];

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Contact(string type, string patient, DateTimeOffset day) => type switch
    {
        "Appointment" => new()
        {
            ["resourceType"] = type,
            ["id"] = "x-" + patient,
            ["status"] = "booked",
            ["start"] = Iso(day.AddDays(3)),
            ["end"] = Iso(day.AddDays(3).AddMinutes(10)),
            ["participant"] = new JsonArray(new JsonObject { ["actor"] = Some.Ref("Patient/" + patient), ["status"] = "accepted" }),
        },
        "ServiceRequest" => new() { ["resourceType"] = type, ["id"] = "x-" + patient, ["status"] = "active", ["intent"] = "order", ["subject"] = Some.Ref("Patient/" + patient), ["authoredOn"] = Iso(day.AddDays(-3)) },
        _ => Some.Document("x-" + patient, patient).With(letter => letter["date"] = Iso(day.AddDays(-3))),
    };

    private static StaffVisit Visit(AccountFunction function) => new()
    {
        Member = new("900032001", "N. Karaman", function, "00.000", "90000300"),
        SessionReference = "session-1",
        RequestId = "request-review",
        Incident = "K7M2",
        CardSerial = null,
        CardIssuer = null,
    };
}
