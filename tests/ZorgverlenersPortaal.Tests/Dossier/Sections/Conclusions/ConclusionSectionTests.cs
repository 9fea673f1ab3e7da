using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Conclusions;

/// <summary>Conclusion and policy from the source that the hospital named (R2, R7).</summary>
public sealed class ConclusionSectionTests : IAsyncLifetime
{
    private static readonly SectionOptions _both = new() { Conclusions = new() { Sources = { "Documents", "Compositions" } } };

    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync(sections: _both);
        _dossier.Epd.Has(
            Some.Document().With(d => d["type"] = Some.Concept("http://loinc.org", "11506-3", "Conclusie en beleid")),
            new JsonObject
            {
                ["resourceType"] = "Composition",
                ["id"] = "k1",
                ["status"] = "final",
                ["type"] = Some.Concept(Some.Snomed, "11591000146107"),
                ["subject"] = Some.Ref("Patient/p1"),
                ["date"] = "2026-03-01",
                ["section"] = new JsonArray(new JsonObject { ["code"] = Some.Concept(Some.Snomed, "129271007"), ["text"] = new JsonObject { ["div"] = "<div>Stop</div>" } }),
            });
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_BothSourcesAreRecordedWithTheirReferences()
    {
        var section = await ShowAsync();

        Assert.Equal(2, section.Content!.Items.Count);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.SectionShown, "ConclusionAndPolicy"), (record.Event, record.Category));
        Assert.Equal(["DocumentReference/doc1/2", "Composition/k1"], record.Resources);
    }

    [Fact]
    public async Task R7_OneSourceFails_TheOtherIsShownAsIncomplete()
    {
        _dossier.Epd.On("Composition", ScriptedAnswer.Status(404));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Single(section.Content!.Items);
    }

    [Fact]
    public async Task R7_BothSourcesFail_IsAFailureNotNone()
    {
        _dossier.Epd.On("Composition", ScriptedAnswer.Status(404));
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Null(section.Content);
        Assert.NotNull(section.Failure);
    }

    [Fact]
    public async Task R7_WithheldNote_MakesTheSectionIncompleteAndIsNotRecordedAsShown()
    {
        _dossier.Epd.Forget("Composition/k1");
        _dossier.Epd.Has(_dossier.Epd.Resource("DocumentReference/doc1").With(d => d["securityLabel"] = new JsonArray(Some.Concept("urn:x", "R"))));

        var section = await ShowAsync();

        Assert.Equal((true, 0, 1), (section.IsIncomplete, section.Content!.Items.Count, section.Content.Withheld));
        Assert.Empty(Assert.Single(_dossier.Records).Resources);
    }

    [Fact]
    public async Task Start_ByDefault_AsksOnlyForDocuments()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync();

        await dossier.Reader.StartConclusions(await dossier.GrantAsync(), default).ShowAsync();

        Assert.DoesNotContain(dossier.Epd.Asked, a => a.Type == "Composition");
    }

    private async Task<Section<ConclusionList>> ShowAsync() => await _dossier.Reader.StartConclusions(await _dossier.GrantAsync(), default).ShowAsync();
}
