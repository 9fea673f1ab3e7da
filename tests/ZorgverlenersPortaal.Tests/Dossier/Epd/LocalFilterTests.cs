using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>What an EPD leaves out of a question is asked here, or the answer is refused (fhir.md §4.7, self link).</summary>
public sealed class LocalFilterTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("class", "IMP,ACUTE", "here,none")]
    [InlineData("class", "http://terminology.hl7.org/CodeSystem/v3-ActCode|IMP", "here,none")]
    [InlineData("status", "in-progress", "here,none")]
    [InlineData("date", "ge2026-01-01", "here,none")]
    public async Task R4_ParameterIgnored_IsAskedHereAndSilenceIsKept(string parameter, string value, string kept)
    {
        _dossier.Epd.On("Encounter", Ignoring(
            "Encounter",
            Some.Encounter("here"),
            Some.Encounter("other", status: "finished", start: "2019-01-01", end: "2019-01-05", @class: "AMB"),
            Some.Encounter("none", status: null, start: null, @class: null)));

        var answer = await SearchAsync("Encounter", parameter, value);

        Assert.Equal(kept.Split(','), answer.Resources.Select(r => r.Id));
        Assert.Equal([parameter], answer.Ignored);
    }

    [Theory]
    [InlineData("category", "laboratory", "lab,vital,bare,l1")] // its reader's to judge: a member may be of another category
    [InlineData("date", "ge2026-01-01", "lab,bare,l1")]
    public async Task R4_OfResults_LikewiseWithoutTheirWards(string parameter, string value, string kept)
    {
        _dossier.Epd.On("Observation", Ignoring("Observation", Test("lab", "laboratory", "2026-02-01"), Test("vital", "vital-signs", "2019-02-01"), Test("bare", null, null), Some.Location()));

        Assert.Equal(kept.Split(','), (await SearchAsync("Observation", parameter, value)).Resources.Select(r => r.Id));
    }

    [Fact]
    public async Task R4_KindOfDocumentIgnored_IsAskedHere()
    {
        _dossier.Epd.On("DocumentReference", Ignoring(
            "DocumentReference",
            Some.Document("a").With(d => d["type"] = Some.Concept(Some.Snomed, "11071000146104")),
            Some.Document("b").With(d => d["type"] = Some.Concept(Some.Snomed, "1"))));

        Assert.Equal(["a"], (await SearchAsync("DocumentReference", "type", Some.Snomed + "|11071000146104")).Resources.Select(r => r.Id));
    }

    [Theory]
    [InlineData("code", "1234")]
    [InlineData("date", "lt2026-01-01")]
    [InlineData("class:not", "IMP")]
    public async Task R4_ParameterThatCannotBeAskedHere_RefusesTheAnswer(string parameter, string value)
    {
        _dossier.Epd.On("Encounter", Ignoring("Encounter", Some.Encounter()));

        var failure = await Assert.ThrowsAsync<EpdException>(() => SearchAsync("Encounter", parameter, value));

        Assert.Equal(EpdFailure.NotUnderstood, failure.Failure);
    }

    [Theory]
    [InlineData("_sort", "-date")]
    [InlineData("_include", "Encounter:location")]
    public async Task Search_OnlyAnOrderOrExtrasIgnored_ChangesNothing(string parameter, string value)
    {
        _dossier.Epd.On("Encounter", Ignoring("Encounter", Some.Encounter()));

        Assert.Single((await SearchAsync("Encounter", parameter, value)).Resources);
    }

    private static ScriptedAnswer Ignoring(string type, params JsonObject[] resources) =>
        ScriptedAnswer.Json(Some.Linked(Some.Bundle(resources), ("self", $"{type}?patient=p1")));

    private static JsonObject Test(string id, string? category, string? date)
    {
        var test = new JsonObject { ["resourceType"] = "Observation", ["id"] = id, ["status"] = "final", ["subject"] = Some.Ref("Patient/p1") };
        if (category is not null)
        {
            test["category"] = new JsonArray(Some.Concept("http://terminology.hl7.org/CodeSystem/observation-category", category));
            test["effectiveDateTime"] = date;
        }
        return test;
    }

    private async Task<EpdAnswer> SearchAsync(string type, string parameter, string value)
    {
        var grant = await _dossier.GrantAsync();
        return await _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search(type, ("patient", "p1"), (parameter, value)), default);
    }
}
