using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Past;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Past;

/// <summary>A record as it was: the version of then, of this patient, by the rules of now, recorded with its moment first.</summary>
public sealed class PastReaderTests : IAsyncLifetime
{
    private const string Before = "2026-01-10T10:00:00Z";
    private const string After = "2026-02-10T10:00:00Z";
    private static readonly DateTimeOffset _moment = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.On("metadata", ScriptedAnswer.Json(SomePast.Statement("read", "history-instance")));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Directive_EndedSince_IsShownAsItWasAndRecordedWithTheMoment()
    {
        Changed(Some.Consent(status: "inactive"), Some.Consent());

        var section = await (await ReadAsync()).Directives.ShowAsync();

        var item = Assert.Single(section.Content!.Items);
        Assert.Equal(("Niet reanimeren", true), (item.Content.Text, item.Content.IsCurrent));
        Assert.Equal(new PastVersion("1", new(2026, 1, 10, 10, 0, 0, TimeSpan.Zero), false), Assert.Single(item.Versions));
        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.PastShown, AuditOutcome.Success, "TreatmentDirectives", "as-of:2026-02-01T12:00:00Z"), (record.Event, record.Outcome, record.Category, record.Detail));
        Assert.Equal(["Consent/c1/1"], record.Resources);
    }

    [Fact]
    public async Task Item_NotChangedSince_IsShownWithoutReadingItsHistory()
    {
        _dossier.Epd.Has(Some.Condition().Version("7", Before));

        Assert.Equal("7", Assert.Single(Assert.Single((await (await ReadAsync()).Diagnoses.ShowAsync()).Content!.Items).Versions).Number);
        Assert.DoesNotContain(_dossier.Epd.Lines, line => line.Contains("_history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_Item_ThatCameSince_WasNotThereAndIsNotCalledNone()
    {
        _dossier.Epd.Has(Some.Consent().Version("1", After));
        _dossier.Epd.On("Consent/c1/_history", ScriptedAnswer.Json(SomePast.History(Some.Consent().Version("1", After))));

        var section = await (await ReadAsync()).Directives.ShowAsync();

        Assert.Equal((0, 0, false), (section.Content!.Items.Count, section.Content.Unclear, section.IsIncomplete));
        Assert.Empty(_dossier.Records[^1].Resources);
    }

    [Fact]
    public async Task R10_Diagnosis_CalledAMistakeSince_SaysSoBesideWhatItSaidThen()
    {
        var mistake = Some.Condition().With(c => c["verificationStatus"] = Some.Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error"));
        Changed(mistake, Some.Condition());

        var item = Assert.Single((await (await ReadAsync()).Diagnoses.ShowAsync()).Content!.Items);

        Assert.Equal(("Hartfalen", true), (item.Content.Name, Assert.Single(item.Versions).IsErrorNow));
    }

    [Fact]
    public async Task R4_HistoryHoldsAnotherPatientsVersion_NothingOfItIsShownAndThatIsRecorded()
    {
        _dossier.Epd.Has(Some.Consent().Version("3", After));
        _dossier.Epd.On("Consent/c1/_history", ScriptedAnswer.Json(SomePast.History(
            Some.Consent().Version("3", After), Some.Consent(patient: "p9").Version("2", "2026-01-20T10:00:00Z"), Some.Consent().Version("1", Before))));

        var section = await (await ReadAsync()).Directives.ShowAsync();

        Assert.Equal((0, 1, true), (section.Content!.Items.Count, section.Content.Unclear, section.IsIncomplete));
        Assert.Equal([AuditEventType.PastShown, AuditEventType.ForeignResourceDropped], _dossier.Records.TakeLast(2).Select(r => r.Event));
        Assert.Equal(["Consent/c1/2"], _dossier.Records[^1].Resources);
    }

    [Theory]
    [InlineData("searchset")]
    [InlineData("deleted")]
    [InlineData("other")]
    [InlineData("resource")]
    [InlineData("loop")]
    public async Task R10_HistoryThatCannotBeTrusted_IsNotShownAndCounted(string how)
    {
        var (now, then) = (Some.Consent().Version("2", After), Some.Consent().Version("1", Before));
        _dossier.Epd.Has(now, Some.Consent("c2").Version("1", Before));
        _dossier.Epd.On("Consent/c1/_history", ScriptedAnswer.Json(how switch
        {
            "searchset" => Some.Bundle(now, then),
            "deleted" => SomePast.History(now, then).With(b => b["entry"]!.AsArray().Insert(1, new JsonObject { ["request"] = new JsonObject { ["method"] = "DELETE" } })),
            "other" => SomePast.History(now, Some.Consent("c2").Version("1", Before)),
            "resource" => then,
            _ => Some.Linked(SomePast.History(now, then), ("next", _dossier.Epd.Base + "/elsewhere?page=1"), ("next", _dossier.Epd.Base + "/elsewhere?page=2")),
        }));
        // A second one, so that not everything fails.
        _dossier.Epd.Has(Some.Consent("c3").Version("2", After));
        _dossier.Epd.On("Consent/c3/_history", ScriptedAnswer.Json(SomePast.History(Some.Consent("c3").Version("2", After), Some.Consent("c3").Version("1", Before))));

        var section = await (await ReadAsync()).Directives.ShowAsync();

        Assert.Equal((2, 1, true), (section.Content!.Items.Count, section.Content.Unclear, section.IsIncomplete));
        Assert.Equal(["Consent/c2/1", "Consent/c3/1"], _dossier.Records[^1].Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R7_EpdThatKeepsNoHistory_IsNotAskedAndTheSectionSaysSo()
    {
        _dossier.Epd.On("metadata", ScriptedAnswer.Json(SomePast.Statement("read", "vread", "search-type")));
        _dossier.Epd.Has(Some.Consent().Version("1", Before));

        var reading = await ReadAsync();

        Assert.Equal(EpdFailure.HistoryNotKept, (await reading.Directives.ShowAsync()).Failure);
        Assert.Equal(EpdFailure.HistoryNotKept, (await reading.Medication.ShowAsync()).Failure);
        Assert.Equal((AuditEventType.SectionFailed, "as-of:2026-02-01T12:00:00Z HistoryNotKept"), (_dossier.Records[^1].Event, _dossier.Records[^1].Detail));
        Assert.DoesNotContain(_dossier.Epd.Lines, line => line.Contains("_history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_EpdThatSaysNothingOfItself_IsAFailureAndNotANo()
    {
        _dossier.Epd.On("metadata", ScriptedAnswer.Text("<html>"));
        Assert.Equal(EpdFailure.NotUnderstood, (await (await ReadAsync()).Directives.ShowAsync()).Failure);
    }

    [Fact]
    public async Task R7_HistoriesThatAllFail_AreAFailedSection()
    {
        _dossier.Epd.Has(Some.Consent().Version("2", After));
        _dossier.Epd.On("Consent/c1/_history", ScriptedAnswer.Status(404));
        Assert.Equal(EpdFailure.NotFound, (await (await ReadAsync()).Directives.ShowAsync()).Failure);
    }

    [Fact]
    public async Task Items_MoreThanAreLookedUp_AreCountedAsUnclear()
    {
        for (var i = 0; i < PastEpd.Most + 3; i++)
        {
            var id = FormattableString.Invariant($"d{i}");
            _dossier.Epd.Has(Some.Condition(id).Version("2", After));
            _dossier.Epd.On($"Condition/{id}/_history", ScriptedAnswer.Json(SomePast.History(Some.Condition(id).Version("2", After), Some.Condition(id).Version("1", Before))));
        }

        var section = await (await ReadAsync()).Diagnoses.ShowAsync();

        Assert.Equal((PastEpd.Most, 3, true), (section.Content!.Items.Count, section.Content.Unclear, section.IsIncomplete));
    }

    [Theory]
    [InlineData("now")]
    [InlineData("then")]
    public async Task R3_LabelThatCloses_NowOrThen_HidesTheItemAndShowsNoOlderVersion(string where)
    {
        JsonObject[] history =
        [
            Some.Condition().Version("3", After), Some.Condition().Version("2", "2026-01-20T10:00:00Z"), Some.Condition().Version("1", Before),
        ];
        history[where == "now" ? 0 : 1]["meta"]!["security"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", ["code"] = "V" });
        _dossier.Epd.Has(history[0]);
        _dossier.Epd.On("Condition/d1/_history", ScriptedAnswer.Json(SomePast.History(history)));

        var section = await (await ReadAsync()).Diagnoses.ShowAsync();

        Assert.Equal((0, 0, false), (section.Content!.Items.Count, section.Content.Unclear, section.IsIncomplete));
        Assert.Empty(_dossier.Records[^1].Resources);
    }

    [Fact]
    public async Task R1_Grants_ReadThePastOnlyAsFarAsTheyName()
    {
        var grant = await _dossier.GrantAsync();
        Assert.True(grant.AllowsPast(EpdQuery.History("Consent", "c1")));
        Assert.False(grant.AllowsPast(EpdQuery.ReadVersion("Consent", "c1", "1")));
        Assert.False(grant.AllowsPast(EpdQuery.History("Patient", "p1")));
        Assert.False(grant.AllowsPast(EpdQuery.History("Observation", "o1")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _dossier.Get<IEpd>().ReadAsync<Consent>(grant, EpdQuery.ReadVersion("Consent", "c1", "1"), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.History("Consent", "c1"), default));
        // What may be read as it is now may not be read as it was.
        foreach (var query in (EpdQuery[])[EpdQuery.ReadVersion("DocumentReference", "doc1", "1"), EpdQuery.ReadVersion("Practitioner", "gp1", "1"), EpdQuery.History("DocumentReference", "doc1")])
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => _dossier.Get<IEpd>().ReadAsync<Resource>(grant, query, default));
        }
        var list = await _dossier.ListGrantAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _dossier.Get<IEpd>().VersionAtAsync(list, EpdQuery.History("Encounter", "e1"), "1", _moment, default));
        Assert.DoesNotContain(_dossier.Epd.Lines, line => line.Contains("_history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R2_TrailThatCannotBeWritten_GivesNothing()
    {
        Changed(Some.Consent(status: "inactive"), Some.Consent());
        var reading = await ReadAsync();
        await _dossier.StopTrailAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => reading.Directives.ShowAsync());
    }

    private async Task<PastReading> ReadAsync() => _dossier.Get<PastReader>().Start(await _dossier.GrantAsync(), _moment, default);

    private void Changed(JsonObject now, JsonObject then)
    {
        now.Version("2", After);
        _dossier.Epd.Has(now);
        _dossier.Epd.On($"{now["resourceType"]}/{now["id"]}/_history", ScriptedAnswer.Json(SomePast.History(now, then.Version("1", Before))));
    }
}
