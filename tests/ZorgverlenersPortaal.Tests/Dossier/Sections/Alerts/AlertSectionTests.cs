using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Alerts;

/// <summary>The section as a whole, over HTTP: asked, checked, recorded, shown.</summary>
public sealed class AlertSectionTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(SomeAlert.Flag());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_IsRecordedWithWhatItShowsAndNoMore()
    {
        _dossier.Epd.Has(SomeAlert.Pointing(id: "f2"), SomeAlert.Flag("f3", status: "entered-in-error"), Some.Condition(), Some.Condition("d2"));

        var section = await ShowAsync();

        Assert.False(section.IsIncomplete);
        Assert.Equal(["Drager van MRSA", "Hartfalen"], section.Content!.Select(a => a.Name).Order(StringComparer.Ordinal));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.SectionShown, "Alerts"), (record.Event, record.Category));
        Assert.Equal(["Condition/d1/1", "Flag/f1/1", "Flag/f2/1"], record.Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingCanBeHad()
    {
        var pending = _dossier.Reader.ReadAlerts(await _dossier.GrantAsync(), default);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => pending.ShowAsync());
    }

    [Fact]
    public async Task R4_Stranger_IsDroppedAndRecorded()
    {
        _dossier.Epd.On("Flag", ScriptedAnswer.Bundle(SomeAlert.Flag(), SomeAlert.Flag("f9", "p9", name: "Geheim"), SomeAlert.Flag("nobody").With(f => f.Remove("subject"))));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Equal("Drager van MRSA", Assert.Single(section.Content!).Name);
        Assert.Equal((AuditEventType.ForeignResourceDropped, "Flag/f9 Flag/nobody"), (_dossier.Records[1].Event, string.Join(' ', _dossier.Records[1].Resources)));
    }

    [Fact]
    public async Task R4_StrangersProblem_NamesNoAlert()
    {
        _dossier.Epd.Has(SomeAlert.Pointing());
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition("d1", "p9", "Geheim")));

        var section = await ShowAsync();

        Assert.Equal(("Signalering zonder omschrijving in het EPD", true), (Assert.Single(section.Content!).Name, section.IsIncomplete));
    }

    [Fact]
    public async Task R7_Failure_IsNoEmptyList()
    {
        _dossier.Epd.On("Flag", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Equal((null, EpdFailure.Failing), (section.Content, section.Failure));
        Assert.Equal(AuditEventType.SectionFailed, Assert.Single(_dossier.Records).Event);
    }

    [Fact]
    public async Task R7_CutList_SaysSo()
    {
        _dossier.Epd.On("Flag", ScriptedAnswer.Json(Some.Linked(Some.Bundle(SomeAlert.Flag()), ("next", "https://elsewhere.example/fhir?page=2"))));

        var section = await ShowAsync();

        Assert.Equal((1, true), (section.Content!.Count, section.IsIncomplete));
    }

    [Fact]
    public async Task R7_ProblemsFail_AlertsStandAndTheSectionSaysSo()
    {
        _dossier.Epd.Has(SomeAlert.Pointing());
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Equal((true, "Signalering zonder omschrijving in het EPD", AlertState.Active), (section.IsIncomplete, section.Content![0].Name, section.Content[0].State));
    }

    [Fact]
    public async Task Read_WordsOfTheirOwn_AskNoProblems()
    {
        await ShowAsync();

        Assert.DoesNotContain(_dossier.Epd.Asked, a => a.Type == "Condition");
    }

    private async Task<Section<IReadOnlyList<Alert>>> ShowAsync() => await _dossier.Reader.ReadAlerts(await _dossier.GrantAsync(), default).ShowAsync();
}
