using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>What is open of each patient, on the handover: a few searches for all of them, judged again and recorded before it is told.</summary>
public sealed class HandoverResultsTests() : OneDoctor<ScriptedEpd>(ScriptedEpd.StartAsync, epd => epd.Base)
{
    private const string Nothing = "Geen gevonden in het EPD";

    protected override Task FillAsync()
    {
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", null);
        Epd.Has(
            Some.Practitioner(agb: TestCards.Huisarts.Agb),
            Some.Patient(), Some.Encounter(start: yesterday), Some.Patient("p2", "999900031"), Some.Encounter("e2", "p2", start: yesterday));
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("registered", "aangevraagd, nog geen uitslag")]
    [InlineData("preliminary", "voorlopig")]
    public async Task Paper_ResultThatIsOpen_StandsWithItsPatient(string status, string words)
    {
        Epd.Has(Result(status));

        var rows = await RowsAsync();

        Assert.Contains($"Kalium, {words}", rows["Test-p1, J."], StringComparison.Ordinal);
        Assert.Contains(Nothing, rows["Test-p2, J."], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_PartialReportAndFinalOnes_OnlyThePartialStandsThere()
    {
        Epd.Has(Result("final"), SomeResult.Report().With(r => r["status"] = "partial"), SomeResult.Report("r2", "108257001").With(r => r["status"] = "final"));

        var row = (await RowsAsync())["Test-p1, J."];

        Assert.Contains("Onderzoek 363680008, gedeeltelijk", row, StringComparison.Ordinal);
        Assert.DoesNotContain("108257001", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalium", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_RequestWithoutResult_StandsThereAndOneThatWasAnsweredDoesNot()
    {
        Epd.Has(Request("q1"), Request("q2", "p2"), Result("final", "o2", "p2").With(o => o["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/q2"))));

        var rows = await RowsAsync();

        Assert.Contains("CT thorax, aangevraagd, geen uitslag gevonden", rows["Test-p1, J."], StringComparison.Ordinal);
        Assert.Contains(Nothing, rows["Test-p2, J."], StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_ResultsOfRequestsFail_NobodySaysThatThereIsNone()
    {
        Epd.Has(Request("q1"));
        Epd.On(asked => asked["based-on"] is not null, ScriptedAnswer.Status(500));

        Assert.Contains("CT thorax, aangevraagd, er kan al een uitslag zijn", (await RowsAsync())["Test-p1, J."], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_TwoPatients_AreAskedInOneSearchOfEachKind()
    {
        await RowsAsync();

        Assert.All(new[] { "Observation", "DiagnosticReport", "ServiceRequest" }, type => Assert.Equal("p1,p2", Assert.Single(Epd.Asked, asked => asked.Type == type)["patient"]));
    }

    [Fact]
    public async Task R2_Paper_IsRecordedWithEveryPatientAndResult()
    {
        Epd.Has(Result("preliminary"), Request("q1", "p2"));

        await RowsAsync();

        var record = Assert.Single(Portal.Trail(AuditEventType.OpenResultsShown));
        Assert.Equal(["p1", "p2"], record.Patients.Select(patient => patient.EpdId).Order(StringComparer.Ordinal));
        Assert.Equal(["Observation/o1/1", "ServiceRequest/q1/1"], record.Resources);
        Assert.Equal(AuditOutcome.Success, record.Outcome);
    }

    [Fact]
    public async Task Paper_MoreThanFortyPatients_AreAskedInParts()
    {
        var yesterday = DutchDay.Of(TimeProvider.System).AddDays(-1).ToString("yyyy-MM-dd", null);
        for (var number = 10; number < 50; number++)
        {
            Epd.Has(Some.Patient($"p{number}", bsn: null), Some.Encounter($"e{number}", $"p{number}", start: yesterday));
        }
        Epd.Has(Result("preliminary", "o49", "p49"));

        var rows = await RowsAsync();

        Assert.Equal(42, rows.Count);
        Assert.Contains("Kalium", rows["Test-p49, J."], StringComparison.Ordinal);
        var asked = Epd.Asked.Where(one => one.Type == "Observation").Select(one => one["patient"]!.Split(',').Length).ToList();
        Assert.Equal([2, 40], asked.Order());
        Assert.Equal(42, Assert.Single(Portal.Trail(AuditEventType.OpenResultsShown)).Patients.Count);
    }

    [Fact]
    public async Task R4_ResultOfOneOfHerPatients_NeverStandsWithAnother()
    {
        Epd.On("Observation", ScriptedAnswer.Bundle(Result("preliminary", "o2", "p2")));

        var rows = await RowsAsync();

        Assert.DoesNotContain("Kalium", rows["Test-p1, J."], StringComparison.Ordinal);
        Assert.Contains("Kalium", rows["Test-p2, J."], StringComparison.Ordinal);
    }

    /// <summary>The two answers differ only in whose result the last one is: nothing else makes the paper say that it may miss some.</summary>
    [Theory]
    [InlineData("p9", true)]
    [InlineData("p2", false)]
    public async Task R4_ResultOfAnotherPatient_IsDroppedAndRecorded(string patient, bool isStranger)
    {
        Epd.On("Observation", ScriptedAnswer.Json(asked => Some.Linked(
            Some.Bundle(Result("preliminary"), Result("preliminary", "o9", patient)), ("self", $"{Epd.Base}/{asked.Address}"))));

        var rows = await RowsAsync();

        Assert.Contains("Kalium, voorlopig", rows["Test-p1, J."], StringComparison.Ordinal);
        Assert.Equal(!isStranger, rows["Test-p2, J."].Contains("Kalium", StringComparison.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal(isStranger, row.Contains("er kan meer openstaan", StringComparison.Ordinal)));
        Assert.Equal(isStranger ? ["Observation/o9"] : [], Portal.Trail(AuditEventType.ForeignResourceDropped).SelectMany(record => record.Resources));
    }

    [Fact]
    public async Task R4_ServerThatIgnoresTheStatus_FinalResultsAreLeftOut()
    {
        Epd.On("Observation", ScriptedAnswer.Bundle(Result("final"), Result("preliminary", "o2")));

        Assert.Equal(1, (await RowsAsync())["Test-p1, J."].Split("Kalium").Length - 1);
    }

    [Fact]
    public async Task R7_EpdFails_SaysSoAndNeverNone()
    {
        Epd.On("Observation", ScriptedAnswer.Status(500));
        Epd.On("DiagnosticReport", ScriptedAnswer.Status(500));

        var rows = await RowsAsync();

        Assert.All(rows.Values, row => Assert.Contains("Nu niet op te halen. Er kunnen uitslagen openstaan.", row, StringComparison.Ordinal));
        Assert.Equal(AuditOutcome.Failed, Assert.Single(Portal.Trail(AuditEventType.OpenResultsShown)).Outcome);
    }

    [Fact]
    public async Task R7_ReportsFail_NobodyReadsNone()
    {
        Epd.On("DiagnosticReport", ScriptedAnswer.Status(500));

        Assert.All((await RowsAsync()).Values, row => Assert.DoesNotContain(Nothing, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_RequestsFail_SaysSoAndNeverNone()
    {
        Epd.On("ServiceRequest", ScriptedAnswer.Status(500));

        var rows = (await RowsAsync()).Values;

        Assert.All(rows, row => Assert.Contains("Aanvragen zonder uitslag zijn nu niet op te halen.", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(Nothing, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R10_ResultNotUnderstood_IsCountedAndNotNamed()
    {
        Epd.Has(Result("preliminary").With(o => o["modifierExtension"] = Some.UnknownModifier));

        var row = (await RowsAsync())["Test-p1, J."];

        Assert.Contains("1 uitslag kan niet veilig worden weergegeven", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalium", row, StringComparison.Ordinal);
    }

    private static JsonObject Result(string status, string id = "o1", string patient = "p1") => SomeResult.Observation(id, patient: patient).With(o => o["status"] = status);

    private static JsonObject Request(string id, string patient = "p1") => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = "active",
        ["intent"] = "order",
        ["category"] = new JsonArray(Some.Concept(Some.Snomed, "363679005")),
        ["code"] = Some.Concept(Some.Snomed, "241540006", "CT thorax"),
        ["subject"] = Some.Ref("Patient/" + patient),
        ["authoredOn"] = "2026-03-09",
    };

    private async Task<IReadOnlyDictionary<string, string>> RowsAsync()
    {
        var paper = await Doctor.SubmitAsync(await Doctor.GetAsync("/patienten"), "/patienten/overdracht");
        Assert.Equal(200, paper.Status);
        return paper.Page.QuerySelectorAll("#openstaand tbody tr").ToDictionary(row => row.QuerySelector("strong")!.TextContent, row => PortalAnswer.Plain(row.QuerySelector("td")!.TextContent));
    }
}
