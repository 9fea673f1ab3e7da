using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Team;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>Who asked for a result, whom to call, and what was asked for without a result, over HTTP.</summary>
public sealed class OpenRequestTests : IAsyncLifetime
{
    private const string Imaging = "363679005";
    private readonly ResultsOptions _options = new();
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync(sections: new() { Results = _options });
        _dossier.Epd.Has(SomeTeam.Specialist());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_InvestigationWithoutResult_IsOpenAndRecorded()
    {
        _dossier.Epd.Has(Request("q1"), Request("q2"), SomeResult.Observation().With(o => o["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/q2"))));

        var section = await ShowAsync();

        var open = Assert.Single(section.Content!.OpenRequests);
        Assert.Equal(("ServiceRequest/q1/1", "CT thorax", ResultGroup.Radiology, "09-03-2026", false), (open.Source, open.Name, open.Group, open.Ordered?.Date, open.MayHaveResult));
        Assert.Equal((OrdererState.Named, new ResultContact("Dr. A. Hart, Ziekenhuis", "078 000 20")), (open.Order!.State, open.Order.By));
        Assert.Contains("ServiceRequest/q1/1", _dossier.Records[0].Resources);
    }

    [Theory]
    [InlineData("status", "completed")]
    [InlineData("status", "revoked")]
    [InlineData("status", "entered-in-error")]
    [InlineData("intent", "plan")]
    [InlineData("doNotPerform", "true")]
    [InlineData("category", "387713003")]
    [InlineData("category", "3457005")]
    public async Task Read_NotOpenOrNoInvestigation_IsNotListed(string element, string value)
    {
        // A server that does not look at the status.
        _dossier.Epd.On("ServiceRequest", ScriptedAnswer.Bundle(Request().With(r => r[element] = element switch
        {
            "category" => new JsonArray(Some.Concept(Some.Snomed, value)),
            "doNotPerform" => true,
            _ => value,
        })));

        Assert.Empty((await ShowAsync()).Content!.OpenRequests);
    }

    [Fact]
    public async Task Read_CancelledResult_LeavesItOpen()
    {
        _dossier.Epd.Has(Request(), SomeResult.Observation().With(o => { o["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/q1")); o["status"] = "cancelled"; }));

        Assert.Single((await ShowAsync()).Content!.OpenRequests);
    }

    [Fact]
    public async Task R10_RequestNotUnderstood_TellsOnlyThatAndWhen()
    {
        _dossier.Epd.Has(Request().With(r => r["modifierExtension"] = Some.UnknownModifier));

        var open = Assert.Single((await ShowAsync()).Content!.OpenRequests);

        Assert.Equal(("Aanvraag", true, "09-03-2026", null, null), (open.Name, open.IsNotUnderstood, open.Ordered?.Date, open.Order, open.Urgency));
    }

    [Fact]
    public async Task R4_StrangersRequest_IsDroppedAndRecorded()
    {
        _dossier.Epd.On("ServiceRequest", ScriptedAnswer.Bundle(Request("q9", "p9")));

        var section = await ShowAsync();

        Assert.Equal((true, 0), (section.IsIncomplete, section.Content!.OpenRequests.Count));
        Assert.Equal("ServiceRequest/q9", Assert.Single(_dossier.Records[1].Resources));
    }

    [Fact]
    public async Task R7_RequestsFail_ResultsStandAndNobodyReadsNone()
    {
        _dossier.Epd.Has(SomeResult.Observation().With(o => o["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/q1"))));
        _dossier.Epd.On("ServiceRequest", ScriptedAnswer.Status(500));

        var content = (await ShowAsync()).Content!;

        Assert.Equal(EpdFailure.Failing, content.RequestsFailure);
        Assert.Equal("nu niet op te halen", Assert.Single(Assert.Single(content.Specialties).Results).Order!.Text);
    }

    [Fact]
    public async Task R7_ReportsFail_AnOpenRequestMayHaveAResult()
    {
        _dossier.Epd.Has(Request());
        _dossier.Epd.On("DiagnosticReport", ScriptedAnswer.Status(500));

        Assert.True(Assert.Single((await ShowAsync()).Content!.OpenRequests).MayHaveResult);
    }

    [Theory]
    [InlineData("2026-03-09", false)]
    [InlineData("2024-01-01", true)]
    [InlineData("2026", true)]
    public async Task R7_OlderThanTheResultsAskedFor_MayHaveAResult(string authored, bool mayHave)
    {
        _options.Months = 12;
        _dossier.Epd.Has(Request().With(r => r["authoredOn"] = authored));

        Assert.Equal(mayHave, Assert.Single((await ShowAsync()).Content!.OpenRequests).MayHaveResult);
    }

    [Fact]
    public async Task Read_RequestThatDidNotComeAlong_IsAskedByIdWithItsPatient()
    {
        _dossier.Epd.Has(Request(status: "completed"), SomeResult.Observation().With(o => o["basedOn"] = new JsonArray(Some.Ref("ServiceRequest/q1"))));

        var content = (await ShowAsync()).Content!;

        Assert.Equal("Dr. A. Hart, Ziekenhuis", Assert.Single(Assert.Single(content.Specialties).Results).Order!.Text);
        Assert.Contains("GET ServiceRequest?patient=p1&_id=q1&_count=200", _dossier.Epd.Lines);
        Assert.Single(_dossier.Epd.Lines, l => l.StartsWith("GET PractitionerRole?_id=role-s1&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_NobodyAsked_SaysSoAndNamesTheHospitalsContact()
    {
        _options.Contacts["ClinicalChemistry"] = "Klinisch chemicus van dienst, 078 000 30 10";
        _dossier.Epd.Has(SomeResult.Observation(), Request().With(r => r.Remove("requester")));

        var content = (await ShowAsync()).Content!;
        var line = Assert.Single(Assert.Single(content.Specialties).Results);

        Assert.Equal(("niemand vastgelegd", new ResultContact("Klinisch chemicus van dienst", "078 000 30 10")), (line.Order!.Text, content.WhomToCall(ResultGroup.ClinicalChemistry, line.Order)));
        Assert.Equal(("niemand vastgelegd", null), (content.OpenRequests[0].Order!.Text, content.WhomToCall(ResultGroup.Radiology, content.OpenRequests[0].Order)));
    }

    [Theory]
    [InlineData("Microbiology", "Arts, 078", true)]
    [InlineData("microbiology", "Arts, avond, +31 (0)78-000", true)]
    [InlineData("Microbiology", "Arts 078", false)]
    [InlineData("Microbiology", "Arts, geen", false)]
    [InlineData("Microbiology", ", 078", false)]
    [InlineData("Lab", "Arts, 078", false)]
    public void R13_Contacts_AreJudgedAtStart(string group, string contact, bool isGood)
    {
        var faults = new ResultsOptions { Contacts = { [group] = contact } }.Faults().ToList();

        Assert.Equal(isGood, faults.Count == 0);
        Assert.All(faults, f => Assert.StartsWith($"Results:Contacts:{group}={contact} must be one of ClinicalChemistry, ", f, StringComparison.Ordinal));
    }

    private static JsonObject Request(string id = "q1", string patient = "p1", string status = "active") => new()
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = status,
        ["intent"] = "order",
        ["category"] = new JsonArray(Some.Concept(Some.Snomed, Imaging)),
        ["code"] = new JsonObject { ["text"] = "CT thorax" },
        ["subject"] = Some.Ref("Patient/" + patient),
        ["authoredOn"] = "2026-03-09",
        ["priority"] = "urgent",
        ["requester"] = Some.Ref("PractitionerRole/role-s1"),
    };

    private async Task<Section<ResultOverview>> ShowAsync() => await _dossier.Reader.ReadResults(await _dossier.GrantAsync(), default).ShowAsync();
}
