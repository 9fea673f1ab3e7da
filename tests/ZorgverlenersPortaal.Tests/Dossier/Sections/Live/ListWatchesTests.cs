using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Live;

/// <summary>What a watch asks of the EPD, turn by turn, on a clock that stands still.</summary>
public sealed class ListWatchesTests : IAsyncLifetime
{
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(30);
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync(epd => epd.SectionSeconds = 7); // unlike the waits of a turn
        _dossier.Epd.Has(Some.Encounter());
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Version_OfTwoListsThatShowTheSame_IsTheSame()
    {
        var list = await _dossier.ReadListAsync();
        _dossier.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(list.Version, (await _dossier.ReadListAsync()).Version);
        _dossier.Epd.Has(Some.Consent());
        Assert.NotEqual(list.Version, (await _dossier.ReadListAsync()).Version);
        Assert.Matches(@"\A[0-9a-f]{64}\z", list.Version);
    }

    [Fact]
    public async Task Look_EpdThatNamesLastUpdated_AsksOnlyWhatWasStoredSince()
    {
        Capable();
        Quiet();
        using var viewer = await OpenAsync();
        await TurnAsync();
        var before = _dossier.Epd.Asked.Count;
        await TurnAsync("Encounter");
        var asked = _dossier.Epd.Asked.Skip(before).Where(a => a.Type != "metadata").ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, a => Assert.Equal("ge2026-03-10T09:58:30Z", a["_lastUpdated"]));
    }

    [Fact]
    public async Task Look_SomethingStoredSince_IsAFullLookThatTells()
    {
        Capable();
        using var viewer = await OpenAsync();
        await TurnAsync();
        _dossier.Epd.Has(Some.Encounter().With(e => e["status"] = "finished").With(e => e["period"]!["end"] = "2026-03-10T10:30:00+01:00"));
        // The scripted EPD knows no _lastUpdated and gives everything: that is a yes.
        await TurnAsync("Practitioner");
        Assert.Equal(ListNews.Changed, await NewsAsync(viewer));
    }

    [Fact]
    public async Task Look_EpdThatDropsLastUpdated_IsAFullLook()
    {
        Capable();
        _dossier.Epd.On(a => a["_lastUpdated"] is not null, ScriptedAnswer.Json(a => Some.Linked(Some.Bundle(), ("self", $"{_dossier.Epd.Base}/{a.Type}?patient=p1&general-practitioner=x&class=x&practitioner=x"))));
        using var viewer = await OpenAsync();
        await TurnAsync();
        var full = Full;
        await TurnAsync("Practitioner");
        Assert.Equal(full + 1, Full);
    }

    [Fact]
    public async Task Look_AfterAnHour_IsFullAgain()
    {
        Capable();
        Quiet();
        using var viewer = await OpenAsync();
        await TurnAsync();
        var full = Full;
        for (var turn = 0; turn < 119; turn++)
        {
            await TurnAsync("Encounter");
        }
        Assert.Equal(full, Full);
        await TurnAsync("Practitioner");
        Assert.Equal(full + 1, Full);
    }

    [Fact]
    public async Task R1_Look_InAnotherSessionsName_UsesNothingThatWasProvenBefore()
    {
        Capable();
        Quiet();
        var one = await OpenAsync();
        using var other = await OpenAsync("session-2");
        await TurnAsync();
        var full = Full;
        one.Dispose();
        await TurnAsync("Practitioner");
        Assert.Equal(full + 1, Full);
    }

    [Fact]
    public async Task R2_Look_IsNotRecordedAndTheOpeningIs()
    {
        using var viewer = await OpenAsync();
        await TurnAsync();
        await TurnAsync();
        Assert.Equal([AuditEventType.PatientListShown, AuditEventType.ListWatched], _dossier.Records.Select(r => r.Event));
    }

    [Fact]
    public async Task R2_Open_ThatCannotBeRecorded_WatchesNothing()
    {
        var grant = await _dossier.ListGrantAsync(TestDossier.Visit());
        await _dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.Get<ListWatches>().OpenAsync(grant, null));
        _dossier.Clock.Advance(_turn);
        Assert.Empty(_dossier.Epd.Asked);
    }

    [Fact]
    public async Task Look_EveryPageKnows_IsNotMade()
    {
        using var viewer = await OpenAsync(version: null);
        await TurnAsync();
        Assert.Equal(ListNews.Changed, await NewsAsync(viewer));
        var asked = _dossier.Epd.Asked.Count;
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
        _dossier.Clock.Advance(_turn);
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(asked, _dossier.Epd.Asked.Count);
    }

    private int Full => _dossier.Epd.Asked.Count(a => a.Type == "Practitioner");

    /// <summary>The CapabilityStatement of a server that can say what was stored since.</summary>
    private void Capable() => _dossier.Epd.On("metadata", ScriptedAnswer.Json(new JsonObject
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["fhirVersion"] = "4.0.1",
        ["rest"] = new JsonArray(new JsonObject
        {
            ["mode"] = "server",
            ["resource"] = new JsonArray([.. new[] { "Consent", "Encounter", "Patient", "PractitionerRole" }.Select(type => new JsonObject
            {
                ["type"] = type,
                ["searchParam"] = new JsonArray(new JsonObject { ["name"] = "_lastUpdated", ["type"] = "date" }),
            })]),
        }),
    }));

    /// <summary>Nothing was stored, says the EPD.</summary>
    private void Quiet() => _dossier.Epd.On(a => a["_lastUpdated"] is not null, ScriptedAnswer.Bundle());

    private async Task<ListViewer> OpenAsync(string session = "session-1") => await OpenAsync((await _dossier.ReadListAsync()).Version, session);

    private async Task<ListViewer> OpenAsync(string? version, string session = "session-1") =>
        await _dossier.Get<ListWatches>().OpenAsync(await _dossier.ListGrantAsync(TestDossier.Visit() with { SessionReference = session }), version);

    private static async Task<ListNews> NewsAsync(ListViewer viewer) => await viewer.News.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>One turn of the watch, to its end: it then waits for the next.</summary>
    private async Task TurnAsync(string type = "Practitioner")
    {
        var before = _dossier.Epd.Asked.Count(a => a.Type == type);
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(25));
        _dossier.Clock.Advance(TimeSpan.FromSeconds(25));
        await _dossier.Epd.UntilAskedAsync(type, before + 1);
        await _dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
    }
}
