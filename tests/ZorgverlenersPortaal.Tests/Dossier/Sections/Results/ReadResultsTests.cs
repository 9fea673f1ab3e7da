using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>The section as a whole, over HTTP: what is asked, what is shown, what is recorded.</summary>
public sealed class ReadResultsTests : IAsyncLifetime
{
    private readonly ResultsOptions _options = new();
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync(sections: new() { Results = _options });

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_IsRecordedWithEveryResourceShown()
    {
        Gives(
            [SomeResult.Observation("panel", "Chemie", value: null).With(o => o["hasMember"] = SomeResult.Members("m")), SomeResult.Observation("m"), Lab()],
            [SomeResult.Report().With(r => r["specimen"] = new JsonArray(Some.Ref("Specimen/s1"))), Specimen("s1"), Specimen("s2")]);

        var section = await ShowAsync();

        Assert.False(section.IsIncomplete);
        Assert.Equal([ResultGroup.ClinicalChemistry, ResultGroup.Radiology], section.Content!.Specialties.Select(s => s.Group));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.SectionShown, "Results", null), (record.Event, record.Category, record.Detail));
        Assert.Equal(
            ["DiagnosticReport/r1/1", "Observation/m/1", "Observation/panel/1", "Organization/lab", "Specimen/s1"],
            record.Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_WhoOrderedIt_IsToldAndItsRequestRecorded()
    {
        Gives(
            [SomeResult.Observation().With(o => o["basedOn"] = JsonNode.Parse("""[{"reference":"ServiceRequest/not"},{"reference":"ServiceRequest/q"}]""")), Request("q"), Request("not").With(r => r["doNotPerform"] = true), Request("other")],
            []);

        var line = Assert.Single(Assert.Single((await ShowAsync()).Content!.Specialties).Results);

        Assert.Equal(new ResultContact("Dr. q", null), line.Order!.By);
        Assert.Equal(["Observation/o1/1", "ServiceRequest/not", "ServiceRequest/q"], _dossier.Records[0].Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingCanBeHad()
    {
        var pending = _dossier.Reader.ReadResults(await _dossier.GrantAsync(), default);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => pending.ShowAsync());
    }

    [Fact]
    public async Task Read_Asks_ForLaboratoryAndGroupsWithWhatBelongsToThem()
    {
        await ShowAsync();

        var tests = Asked("Observation");
        Assert.StartsWith("GET Observation?patient=p1&category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory,", tests, StringComparison.Ordinal);
        Assert.Contains(",http://snomed.info/sct|19851009,", tests, StringComparison.Ordinal);
        Assert.EndsWith("&_sort=-date&_include=Observation:has-member&_include=Observation:specimen&_include=Observation:performer&_include=Observation:based-on:ServiceRequest&_count=200", tests, StringComparison.Ordinal);
        Assert.StartsWith("GET DiagnosticReport?patient=p1&_sort=-date&_include=DiagnosticReport:result&", Asked("DiagnosticReport"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_BySettings_AsksPlainlyAndOnlyBackToADay()
    {
        _options.Includes = _options.NewestFirst = false;
        _options.Months = 12;
        _options.ObservationCategories.Add("*");

        var overview = (await ShowAsync()).Content!;

        var since = overview.Since!.Value.ToString("yyyy-MM-dd", null);
        Assert.Equal(DateOnly.FromDateTime(_dossier.Clock.GetUtcNow().Date).AddMonths(-12), overview.Since);
        Assert.Equal($"GET Observation?patient=p1&date=ge{since}&_count=200", Asked("Observation"));
        Assert.Equal($"GET DiagnosticReport?patient=p1&date=ge{since}&_count=200", Asked("DiagnosticReport"));
    }

    [Fact]
    public async Task R4_Stranger_IsDroppedAndTold()
    {
        Gives([SomeResult.Observation(), SomeResult.Observation("o9", "Geheim", patient: "p9")], [SomeResult.Report().With(r => r["subject"] = Some.Ref("Patient/p9"))]);

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Equal("Kalium", Assert.Single(Assert.Single(section.Content!.Specialties).Results).Name);
        Assert.Equal(["DiagnosticReport/r1", "Observation/o9"], _dossier.Records[1].Resources.Order(StringComparer.Ordinal));
        Assert.Equal(AuditEventType.ForeignResourceDropped, _dossier.Records[1].Event);
    }

    [Fact]
    public async Task R4_StrangersMemberAndSpecimen_AreNotShownUnderThePanel()
    {
        Gives(
            [
                SomeResult.Observation(value: null).With(o => { o["hasMember"] = SomeResult.Members("m"); o["specimen"] = Some.Ref("Specimen/s1"); }),
                SomeResult.Observation("m", "Geheim", patient: "p9"), Specimen("s1", "p9"),
            ],
            []);

        var line = Assert.Single(Assert.Single((await ShowAsync()).Content!.Specialties).Results);

        Assert.Equal(("Onderdeel", "niet meegekomen uit het EPD"), (Assert.Single(line.Members).Name, line.Members[0].Missing));
        Assert.Null(line.Specimen);
    }

    [Fact]
    public async Task R4_AboutSomeoneElse_IsNotListedButCounted()
    {
        Gives(
            [
                SomeResult.Observation(),
                SomeResult.Observation("donor", "Donor").With(o => o["focus"] = new JsonArray(new JsonObject { ["display"] = "Donor" })),
                SomeResult.Observation("panel", "Chemie", value: null).With(o => o["hasMember"] = SomeResult.Members("donor")),
            ],
            [SomeResult.Report().With(r => r["result"] = SomeResult.Members("donor"))]);

        var overview = (await ShowAsync()).Content!;

        Assert.Equal(1, overview.AboutOthers);
        Assert.DoesNotContain("Observation/donor/1", _dossier.Records[0].Resources);
        Assert.DoesNotContain("Donor", overview.Specialties.SelectMany(s => s.Results.Concat(s.Reports.SelectMany(r => r.Results))).SelectMany(r => r.Members.Select(m => m.Name).Append(r.Name)));
    }

    [Theory]
    [InlineData("Observation")]
    [InlineData("DiagnosticReport")]
    public async Task R7_OneOfTheTwoFails_TheOtherIsShownAndItIsSaid(string failing)
    {
        Gives([SomeResult.Observation()], [SomeResult.Report()]);
        _dossier.Epd.On(failing, ScriptedAnswer.Status(403));

        var section = await ShowAsync();

        var failures = (section.Content!.TestsFailure, section.Content.ReportsFailure);
        Assert.Equal(failing == "Observation" ? (EpdFailure.Refused, null) : (null, EpdFailure.Refused), failures);
        Assert.True(section.IsIncomplete);
        Assert.Single(section.Content.Specialties);
        Assert.Equal("incomplete", _dossier.Records[0].Detail);
    }

    [Fact]
    public async Task R7_BothFail_TheSectionFails()
    {
        _dossier.Epd.On("Observation", ScriptedAnswer.Status(500));
        _dossier.Epd.On("DiagnosticReport", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Equal((null, EpdFailure.Failing), (section.Content, section.Failure));
        Assert.Equal(AuditEventType.SectionFailed, _dossier.Records[0].Event);
    }

    [Fact]
    public async Task R7_ReportsHang_TheResultsComeAtTheDeadline()
    {
        Gives([SomeResult.Observation()], []);
        _dossier.Epd.On("DiagnosticReport", ScriptedAnswer.Hang());
        var pending = _dossier.Reader.ReadResults(await _dossier.GrantAsync(), default);
        await _dossier.Epd.UntilAskedAsync("DiagnosticReport");
        await _dossier.Epd.UntilAskedAsync("Observation");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(EpdFailure.TimedOut, (await pending.ShowAsync()).Content?.ReportsFailure ?? (await pending.ShowAsync()).Failure);
    }

    [Fact]
    public async Task R7_MoreThanMayBeShown_TheOldestAreCutAndItIsSaid()
    {
        _options.MaximumShown = 2;
        Gives(
            [
                SomeResult.Observation("old", "Oud", at: "2020"), SomeResult.Observation("new", "Nieuw"),
                SomeResult.Observation("panel", "Chemie", value: null).With(o => o["hasMember"] = SomeResult.Members("m")), SomeResult.Observation("m", "Deel", at: "2019"),
            ],
            [SomeResult.Report(at: "2021")]);

        var section = await ShowAsync();

        Assert.True(section.Content!.IsCut && section.IsIncomplete);
        Assert.Equal(["Chemie", "Nieuw"], section.Content.Specialties.SelectMany(s => s.Results).Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Observation/m/1", "Observation/new/1", "Observation/panel/1"], _dossier.Records[0].Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R7_EpdCutsTheList_ItIsSaid()
    {
        _dossier.Epd.On("Observation", ScriptedAnswer.Json(Some.Linked(Some.Bundle(SomeResult.Observation()), ("next", "http://evil.example/fhir/Observation"))));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete && section.Content!.IsCut);
    }

    [Fact]
    public async Task R4_ServerIgnoresTheCategory_VitalSignsAndQuestionnairesAreLeftOut()
    {
        var bundle = Some.Bundle(
            SomeResult.Observation(), Other("vital", "vital-signs"), Other("bare", null), Other("member", "vital-signs"),
            SomeResult.Observation("panel", "Astrup", value: null).With(o => o["hasMember"] = SomeResult.Members("member")));
        _dossier.Epd.On("Observation", ScriptedAnswer.Json(Some.Linked(bundle, ("self", "Observation?patient=p1&_sort=-date&_include=x"))));

        Assert.Equal(["Observation/member/1", "Observation/o1/1", "Observation/panel/1"], await ShownAsync());
    }

    [Fact]
    public async Task R4_7_UnknownCategoryThatTheServerFound_IsShown()
    {
        Gives([SomeResult.Observation(), Other("vital", "vital-signs"), Other("bare", null), Other("own", "eigen-soort")], []);

        Assert.Equal(["Observation/bare/1", "Observation/o1/1", "Observation/own/1"], await ShownAsync());
    }

    [Fact]
    public async Task R4_ServerIgnoresTheDate_OlderOnesAreLeftOut()
    {
        _options.Months = 12;
        var year = _dossier.Clock.GetUtcNow().Year;
        Gives(
            [
                SomeResult.Observation("old", at: "2019-01-01"), SomeResult.Observation("partial", at: $"{year - 1}"),
                SomeResult.Observation("undated").With(o => o.Remove("effectiveDateTime")),
            ],
            [SomeResult.Report(at: "2019")]);

        Assert.Equal(["Observation/partial/1", "Observation/undated/1"], await ShownAsync());
    }

    private static JsonObject Other(string id, string? category) => SomeResult.Observation(id).With(o =>
    {
        o.Remove("category");
        if (category is not null)
        {
            o["category"] = new JsonArray(Some.Concept(SomeResult.Category, category));
        }
    });

    private static JsonObject Specimen(string id, string patient = "p1") =>
        new() { ["resourceType"] = "Specimen", ["id"] = id, ["type"] = new JsonObject { ["text"] = "Bloed" }, ["subject"] = Some.Ref("Patient/" + patient) };

    private static JsonObject Request(string id) => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = id,
        ["status"] = "active",
        ["intent"] = "order",
        ["subject"] = Some.Ref("Patient/p1"),
        ["requester"] = new JsonObject { ["display"] = "Dr. " + id },
    };

    private static JsonObject Lab() => new() { ["resourceType"] = "Organization", ["id"] = "lab", ["name"] = "KCL" };

    private void Gives(JsonObject[] tests, JsonObject[] reports)
    {
        _dossier.Epd.On("Observation", ScriptedAnswer.Bundle(tests));
        _dossier.Epd.On("DiagnosticReport", ScriptedAnswer.Bundle(reports));
    }

    private async Task<IEnumerable<string>> ShownAsync()
    {
        await ShowAsync();
        return _dossier.Records[0].Resources.Order(StringComparer.Ordinal);
    }

    private async Task<Section<ResultOverview>> ShowAsync() =>
        await _dossier.Reader.ReadResults(await _dossier.GrantAsync(), default).ShowAsync();

    private string Asked(string type) => _dossier.Epd.Lines.Single(l => l.StartsWith($"GET {type}?", StringComparison.Ordinal));
}
