using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

/// <summary>Whether the letters of everybody on a list have come; the clock stands at 10 March 2026.</summary>
public sealed class DischargeLettersTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(
            Some.Encounter(status: "finished", start: "2026-02-25T09:30:00+01:00", end: "2026-02-27T10:00:00+01:00"),
            Some.Encounter("e2", start: "2026-03-09T09:30:00+01:00"),
            Some.Patient("p2", "999900006"), Some.Encounter("e3", "p2", "finished", "2026-03-01T09:30:00+01:00", "2026-03-09T10:00:00+01:00"));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Read_NoLetters_TellsOfEveryDischargeEvenOfWhoIsBack()
    {
        var shown = await ReadAsync();

        Assert.Equal(["p2", "p1"], shown.Discharges.Select(d => d.Row.PatientId));
        Assert.Equal([LetterTermState.Waiting, LetterTermState.Late], shown.Discharges.Select(d => d.Terms.Letter.State));
        Assert.All(shown.Discharges, d => Assert.False(d.Terms.MayMiss));
    }

    [Fact]
    public async Task R2_Read_IsRecordedWithEveryPatientAndDocument()
    {
        _dossier.Epd.Has(Letter("doc1", "p1", "e1"), Letter("doc2", "p2", "e3"));

        var shown = await ReadAsync();

        Assert.All(shown.Discharges, d => Assert.Equal(LetterTermState.Arrived, d.Terms.Letter.State));
        var record = _dossier.Records[^1];
        Assert.Equal((AuditEventType.DischargeLettersShown, AuditOutcome.Success, "Letters", "OwnList"), (record.Event, record.Outcome, record.Category, record.Decision!.ReasonCode));
        Assert.Equal(["DocumentReference/doc1/2", "DocumentReference/doc2/2"], record.Resources.Order(StringComparer.Ordinal));
        Assert.Equal(["999900006", "999900018"], record.Patients.Select(p => p.Bsn!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingIsTold()
    {
        var grant = await _dossier.ListGrantAsync();
        var list = await _dossier.List.ReadAsync(grant, default);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.Get<DischargeLetters>().ReadAsync(grant, list, default));
    }

    [Fact]
    public async Task R7_EpdGivesNoLetters_IsUnknownAndNeverLate()
    {
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Status(500));

        var shown = await ReadAsync();

        Assert.Equal(EpdFailure.Failing, shown.Failure);
        Assert.All(shown.Discharges, d => Assert.Equal(LetterTermState.Unknown, d.Terms.Letter.State));
        Assert.Equal((AuditOutcome.Failed, "Failing"), (_dossier.Records[^1].Outcome, _dossier.Records[^1].Detail));
    }

    [Fact]
    public async Task R4_StrangersLetter_IsDroppedRecordedAndStopsNoClock()
    {
        _dossier.Epd.On("DocumentReference", ScriptedAnswer.Json(Some.Bundle(Letter("doc9", "p9", "e1"))));

        var shown = await ReadAsync();

        Assert.Equal([LetterTermState.Waiting, LetterTermState.Late], shown.Discharges.Select(d => d.Terms.Letter.State));
        Assert.All(shown.Discharges, d => Assert.True(d.Terms.MayMiss));
        Assert.Equal((AuditEventType.ForeignResourceDropped, "DocumentReference/doc9"), (_dossier.Records[^1].Event, _dossier.Records[^1].Resources[0]));
    }

    private async Task<DischargeLettersShown> ReadAsync()
    {
        var grant = await _dossier.ListGrantAsync();
        return await _dossier.Get<DischargeLetters>().ReadAsync(grant, await _dossier.List.ReadAsync(grant, default), default);
    }

    private static JsonObject Letter(string id, string patient, string encounter) => Some.Document(id, patient).With(d =>
    {
        d["type"] = Some.Concept(Some.Snomed, "11071000146104");
        d["date"] = "2026-02-27T12:00:00+01:00";
        d["context"] = new JsonObject { ["encounter"] = new JsonArray(Some.Ref("Encounter/" + encounter)) };
    });
}
