using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>The sections of one record: each fails alone, each is recorded before it can be had (R2, R7).</summary>
public sealed class DossierReaderTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(
            Some.Consent(), Some.Condition(), Some.Allergy(), Some.Document(), Some.Location(),
            Some.Encounter().With(e => e["location"] = new JsonArray(new JsonObject { ["location"] = Some.Ref("Location/l1") })));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Open_RecordsTheBannerBeforeItIsHandedOut()
    {
        var banner = await _dossier.Reader.OpenAsync(await StartAsync());

        Assert.Equal(("Test-p1, J.", "Vrouw", "29-02-1948", DirectiveState.Recorded), (banner.Name, banner.Sex, banner.BirthDate!.Date, banner.Directives.State));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.PatientOpened, AuditOutcome.Success, "Banner", "OwnPatient"), (record.Event, record.Outcome, record.Category, record.Decision!.ReasonCode));
        Assert.Equal(["Patient/p1/1", "Consent/c1/1", "Encounter/e1/1"], record.Resources);
        Assert.Equal(("p1", "999900018"), (Assert.Single(record.Patients).EpdId, record.Patients[0].Bsn));
    }

    [Fact]
    public async Task R2_Show_EachSectionIsRecordedWithWhatItShows()
    {
        var reading = await StartAsync();

        Assert.Equal("Cardiologie", Assert.Single((await reading.Admission.ShowAsync()).Content!).Ward);
        Assert.Equal("Niet reanimeren", Assert.Single((await reading.Directives.ShowAsync()).Content!).Text);
        Assert.Equal("Hartfalen", Assert.Single((await reading.Diagnoses.ShowAsync()).Content!).Name);
        Assert.Equal("Penicilline", Assert.Single((await reading.Allergies.ShowAsync()).Content!).Name);
        Assert.Equal("Ontslagbrief", Assert.Single((await reading.Letters.ShowAsync()).Content!.Letters).Title);

        Assert.Equal(
            [("Admission", "Encounter/e1/1"), ("TreatmentDirectives", "Consent/c1/1"), ("Diagnoses", "Condition/d1/1"), ("Allergies", "AllergyIntolerance/a1"), ("Letters", "DocumentReference/doc1/2")],
            _dossier.Records.Select(r => (r.Category!, Assert.Single(r.Resources))));
        Assert.All(_dossier.Records, r => Assert.Equal(AuditEventType.SectionShown, r.Event));
    }

    [Fact]
    public async Task R2_ShowAll_WhatLiesReadyIsRecordedWithTheFirstOfThem_InOrderAndOnce()
    {
        _dossier.Epd.On("Observation", ScriptedAnswer.Hang());
        var reading = await StartAsync();
        reading.ShowsAll();
        await Fetched(reading.Conclusion, reading.Directives);

        await reading.Admission.ShowAsync();
        await reading.Directives.ShowAsync();

        // The results hang, so nothing behind them is recorded: it is not sent either.
        Assert.Equal(["Admission", "ConclusionAndPolicy", "TreatmentDirectives"], _dossier.Records.Select(r => r.Category));
    }

    [Fact]
    public async Task R2_ShowAll_FirstAnswersLast_IsRecordedFirstAllTheSame()
    {
        for (var i = 0; i < 20; i++)
        {
            var before = _dossier.Records.Count;
            var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _dossier.Epd.On("Encounter", ScriptedAnswer.Custom(async (_, context) =>
            {
                await answer.Task;
                context.Response.ContentType = "application/fhir+json";
                await context.Response.WriteAsync(Some.Bundle().ToJsonString());
            }));
            var reading = await StartAsync();
            reading.ShowsAll();
            var showing = reading.Admission.ShowAsync();
            await Fetched(reading.Conclusion, reading.Directives);
            answer.SetResult();
            await showing;
            await reading.Appointments.ShowAsync();

            Assert.Equal("Admission", _dossier.Records[before].Category);
        }
    }

    [Fact]
    public async Task R2_ShowAll_TrailIsDown_NoneOfThemCanBeHad()
    {
        var reading = await StartAsync();
        reading.ShowsAll();
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Admission.ShowAsync());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Conclusion.ShowAsync());
    }

    [Fact]
    public async Task R5_Trail_HoldsReferencesAndNoContent()
    {
        var reading = await StartAsync();
        await _dossier.Reader.OpenAsync(reading);
        await reading.Diagnoses.ShowAsync();

        Assert.DoesNotContain("Hartfalen", Written(), StringComparison.Ordinal);
        Assert.DoesNotContain("Test-p1", Written(), StringComparison.Ordinal);
        Assert.DoesNotContain("reanimeren", Written(), StringComparison.Ordinal);

        string Written() => string.Join('\n', _dossier.Records.SelectMany(r => r.Resources.Append(r.Detail).Concat(r.Decision!.Facts.Select(f => f.ToString()))));
    }

    [Fact]
    public async Task R2_TrailIsDown_NoSectionAndNoBannerCanBeHad()
    {
        var reading = await StartAsync();
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.Reader.OpenAsync(reading));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Diagnoses.ShowAsync());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => reading.Letters.ShowAsync());
    }

    [Fact]
    public async Task R7_OneSectionFails_TheOthersStandAndTheFailureIsRecorded()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Status(500));
        var reading = await StartAsync();

        var failed = await reading.Diagnoses.ShowAsync();
        var allergies = await reading.Allergies.ShowAsync();

        Assert.Null(failed.Content);
        Assert.Equal(EpdFailure.Failing, failed.Failure);
        Assert.Single(allergies.Content!);
        var record = _dossier.Records[0];
        Assert.Equal((AuditEventType.SectionFailed, AuditOutcome.Failed, "Diagnoses", "Failing"), (record.Event, record.Outcome, record.Category, record.Detail));
        Assert.Empty(record.Resources);
    }

    [Fact]
    public async Task R7_OneSectionHangs_OnlyThatOneTimesOut()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Hang());
        var reading = await StartAsync();
        await reading.Allergies.ShowAsync();
        await _dossier.Reader.OpenAsync(reading);
        await _dossier.Epd.UntilAskedAsync("Condition");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(EpdFailure.TimedOut, (await reading.Diagnoses.ShowAsync()).Failure);
    }

    [Fact]
    public async Task R7_BodyStallsHalfway_TimesOut()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Stall(Some.Bundle(Some.Condition())));
        var reading = await StartAsync();
        await _dossier.Epd.UntilAskedAsync("Condition");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(EpdFailure.TimedOut, (await reading.Diagnoses.ShowAsync()).Failure);
    }

    [Fact]
    public async Task R7_WardsHang_TheAdmissionComesWithoutTheirNames()
    {
        _dossier.Epd.On("Location", ScriptedAnswer.Hang());
        var reading = await StartAsync();
        await _dossier.Epd.UntilAskedAsync("Location");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        var admission = await reading.Admission.ShowAsync();
        Assert.Null(admission.Failure);
        Assert.Null(Assert.Single(admission.Content!).Ward);
    }

    [Fact]
    public async Task R4_Stranger_IsDroppedTheSectionSaysSoAndItIsRecorded()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Condition("d9", "p9", "Geheim")));
        var reading = await StartAsync();

        var section = await reading.Diagnoses.ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Equal("Hartfalen", Assert.Single(section.Content!).Name);
        Assert.Equal([AuditEventType.SectionShown, AuditEventType.ForeignResourceDropped], _dossier.Records.Select(r => r.Event));
        Assert.Equal((AuditOutcome.Failed, "Diagnoses", "Condition/d9"), (_dossier.Records[1].Outcome, _dossier.Records[1].Category, Assert.Single(_dossier.Records[1].Resources)));
        Assert.Equal("incomplete", _dossier.Records[0].Detail);
    }

    [Fact]
    public async Task R4_StrangersDirective_IsRecordedWithTheBannerToo()
    {
        _dossier.Epd.On("Consent", ScriptedAnswer.Bundle(Some.Consent("c9", "p9")));

        var banner = await _dossier.Reader.OpenAsync(await StartAsync());

        Assert.Equal((DirectiveState.Incomplete, 0), (banner.Directives.State, banner.Directives.Current.Count));
        Assert.Equal(["Consent/c9"], _dossier.Records[1].Resources);
    }

    public static TheoryData<string, ScriptedAnswer, DirectiveState> Banners => new()
    {
        { "none", ScriptedAnswer.Bundle(), DirectiveState.NoneFound },
        { "one", ScriptedAnswer.Bundle(Some.Consent()), DirectiveState.Recorded },
        { "ended", ScriptedAnswer.Bundle(Some.Consent(status: "inactive")), DirectiveState.NoneFound },
        { "failing", ScriptedAnswer.Status(500), DirectiveState.Unavailable },
        { "refused", ScriptedAnswer.Status(403), DirectiveState.Unavailable },
        { "not there", ScriptedAnswer.Status(404), DirectiveState.Unavailable },
        { "HTML", ScriptedAnswer.Text("<html>"), DirectiveState.Unavailable },
        { "withheld", ScriptedAnswer.Bundle(Some.Outcome("information", "suppressed")), DirectiveState.Incomplete },
        { "warning", ScriptedAnswer.Bundle(Some.Outcome("warning", "processing")), DirectiveState.Incomplete },
        { "error", ScriptedAnswer.Bundle(Some.Outcome()), DirectiveState.Unavailable },
        { "unreadable entry", ScriptedAnswer.Bundle(Some.Consent().With(c => c.Remove("id"))), DirectiveState.Incomplete },
        { "cut", ScriptedAnswer.Json(Some.Linked(Some.Bundle(), ("next", "http://evil.example/fhir/Consent"))), DirectiveState.Incomplete },
    };

    [Theory]
    [MemberData(nameof(Banners))]
    public async Task R7_Banner_SaysNoneOnlyWhenTheEpdSaidSo(string how, ScriptedAnswer answer, DirectiveState expected)
    {
        _dossier.Epd.On("Consent", answer);

        var banner = await _dossier.Reader.OpenAsync(await StartAsync());

        Assert.True(expected == banner.Directives.State, $"{how}: {banner.Directives.State}");
        Assert.Equal(expected is DirectiveState.Incomplete or DirectiveState.Unavailable ? "incomplete" : null, _dossier.Records[0].Detail);
    }

    [Fact]
    public async Task R4_ServerIgnoresClassAndStatus_TheSectionIsFilteredHere()
    {
        _dossier.Epd.On("Encounter", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Encounter("amb", @class: "AMB")), ("self", "Encounter?patient=p1"))));
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Json(Some.Linked(
            Some.Bundle(Some.Document().With(d => d["status"] = "superseded")), ("self", "DocumentReference?patient=p1"))));
        var reading = await StartAsync();

        Assert.Empty((await reading.Admission.ShowAsync()).Content!);
        Assert.Empty((await reading.Letters.ShowAsync()).Content!.Letters);
    }

    [Fact]
    public async Task Show_LocationGivenWithTheEncountersToo_IsNoFault()
    {
        _dossier.Epd.On("Encounter", ScriptedAnswer.Bundle(Some.Encounter().With(e => e["location"] = new JsonArray(new JsonObject { ["location"] = Some.Ref("Location/l1") })), Some.Location()));
        var reading = await StartAsync();

        Assert.Equal("Cardiologie", Assert.Single((await reading.Admission.ShowAsync()).Content!).Ward);
    }

    [Fact]
    public async Task Start_CallerGone_IsCancelled()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Hang());
        using var caller = new CancellationTokenSource();
        var reading = _dossier.Reader.Start(await _dossier.GrantAsync(), caller.Token);
        await _dossier.Epd.UntilAskedAsync("Condition");

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Diagnoses.ShowAsync());
    }

    [Fact]
    public async Task R2_Letters_OfTheSummary_AreTheNewestTenAndItsRecordNamesNoOther()
    {
        var documents = Enumerable.Range(1, 14).Select(at =>
        {
            var document = Some.Document($"d{at}");
            document["date"] = $"2026-02-{at:00}T10:00:00+01:00";
            return document;
        });
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Json(Some.Bundle([.. documents])));

        var letters = (await (await StartAsync()).Letters.ShowAsync()).Content!;

        Assert.Equal((10, 4, "d14"), (letters.Letters.Count, letters.More, letters.Letters[0].Id));
        Assert.Equal(letters.Letters.Select(letter => letter.Source), _dossier.Records.Last(record => record.Category == "Letters").Resources);
    }

    private static async Task Fetched(params SectionInTurn[] ready)
    {
        while (!ready.All(section => section.IsFetched))
        {
            await Task.Yield();
        }
    }

    private async Task<DossierReading> StartAsync() => _dossier.Reader.Start(await _dossier.GrantAsync(), default);
}
