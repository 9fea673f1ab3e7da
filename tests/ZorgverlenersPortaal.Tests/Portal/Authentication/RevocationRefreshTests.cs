using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Extensions.Logging;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>The background that keeps lists fresh, with a list server and a responder of its own.</summary>
public sealed class RevocationRefreshTests : IAsyncLifetime
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvp-refresh-").FullName;
    private readonly FakeClock _clock = new(_pki.Now);
    private readonly CollectedLog _log = new();
    private LoopbackServer _lists = null!;
    private LoopbackServer _responder = null!;
    private RevocationStore _store = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "fed"));
        Directory.CreateDirectory(Path.Combine(_folder, "kept"));
        _lists = await LoopbackServer.StartAsync();
        _responder = await LoopbackServer.StartAsync();
        _store = _pki.Store(_clock);
    }

    public async Task DisposeAsync()
    {
        await _lists.DisposeAsync();
        await _responder.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task H140_CardRevokedDuringASession_EndsItFifteenMinutesAfterTheListCarriesIt()
    {
        using var card = _pki.Card();
        var judgement = new UziJudgement(_pki.DoctorsOnly(), _store, _clock);
        var identity = judgement.Judge(card).Identity!;
        _lists.AnswerBytes(_pki.Crl(_ca, 2));
        using var refresh = Refresh();

        // The CA makes a list an hour; the card was revoked right after the last one.
        for (var minutes = 0; minutes < 60; minutes += 15)
        {
            await refresh.FetchAsync(default);
            _clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Null(judgement.JudgeRunning(identity));
        }

        _lists.AnswerBytes(_pki.Crl(_ca, 3, _clock.GetUtcNow(), card));
        _clock.Advance(TimeSpan.FromMinutes(15));
        await refresh.FetchAsync(default);
        Assert.Equal(UziRefusal.Revoked, judgement.JudgeRunning(identity));
    }

    [Fact]
    public async Task Start_WhileItRuns_FetchesEveryFifteenMinutes()
    {
        _lists.AnswerBytes(_pki.Crl(_ca, 2));
        using var refresh = await StartAsync();
        await UntilAsync(() => NumberInUse() == "2" && _clock.ActiveTimers == 2);
        _clock.Advance(TimeSpan.FromMinutes(14.9));
        Assert.Single(_lists.Asked);

        // A round that is just ending may swallow the next one.
        await UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            return _lists.Asked.Count > 1;
        });
    }

    [Fact]
    public async Task R8_ListsTooOld_RunningSessionsAreAskedAboutInTheBackground()
    {
        using var card = _pki.Card();
        var judgement = new UziJudgement(_pki.DoctorsOnly(), _store, _clock);
        var identity = judgement.Judge(card).Identity!;
        using var refresh = await StartAsync();
        _clock.Advance(TimeSpan.FromHours(4.1));
        Assert.Null(judgement.JudgeRunning(identity));
        Assert.Empty(_responder.Asked);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await _responder.UntilAskedAsync(1);
        await UntilAsync(() => Events(1105) == 1);
        Assert.Null(judgement.JudgeRunning(identity));
    }

    [Fact]
    public async Task Refresh_ServerDownForHours_IsLoggedOnceAndWhenItIsBack()
    {
        using var refresh = Refresh();
        for (var times = 1; times <= 20; times++)
        {
            await refresh.FetchAsync(default);
            await refresh.ReadAsync(default);
            _clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal((20, 1, 1), (_lists.Asked.Count, Events(1101), Events(1103))); // cards are refused by now
        _lists.AnswerBytes(_pki.Crl(_ca, 2, _clock.GetUtcNow()));
        await refresh.FetchAsync(default);
        await refresh.FetchAsync(default);

        Assert.Equal((1, 1, 1, 1), (Events(1101), Events(1102), Events(1103), Events(1104)));
        Assert.Equal(0, Events(1107));
    }

    [Fact]
    public async Task Start_KeptAndFedLists_AreInUseBeforeAnybodyIsAsked()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "kept", "a.crl"), _pki.Crl(_ca, 7));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "fed", "b.crl"), _pki.Crl(_pki.Persoon, 8));
        using var refresh = Refresh();
        await refresh.StartAsync(default);

        Assert.Contains(_store.Status(), list => list.Number == "7");
        Assert.Contains(_store.Status(), list => list.Number == "8");
        Assert.Empty(_lists.Asked);
        await refresh.StopAsync(default);
    }

    [Fact]
    public async Task Stop_WhileAServerHangs_DoesNotWaitForIt()
    {
        _lists.Hang();
        using var refresh = await StartAsync();
        await _lists.UntilAskedAsync(1);

        await refresh.StopAsync(default);

        Assert.Equal(0, Events(1107));
    }

    [Fact]
    public void Watch_ListsInUse_ShowTheirAge()
    {
        var ages = new Dictionary<string, double>(StringComparer.Ordinal);
        using var watch = Watch();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Name == "uzi_crl_age_seconds" && ReferenceEquals(instrument.Meter.Scope, _store))
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, age, tags, _) => ages[$"{tags[0].Key} {tags[0].Value}"] = age);
        listener.Start();
        _clock.Advance(TimeSpan.FromMinutes(9)); // the lists were a minute old
        listener.RecordObservableInstruments();

        Assert.Equal(7, ages.Count);
        Assert.Equal(600, ages["issuer " + _ca.Certificate.SubjectName.Name]);
    }

    [Fact]
    public void Faults_OldListOfTheRoot_IsNone()
    {
        _clock.Advance(TimeSpan.FromHours(5));
        var names = RevocationWatch.Faults(_store, _pki.DoctorsOnly());

        Assert.Equal(_ca.Certificate.SubjectName.Name, Assert.Single(names).Key);
        Assert.Equal("its list is too old", names.Values.Single());
        Assert.Equal("there is no list", RevocationWatch.Faults(new(_clock, TimeSpan.FromHours(4)), _pki.DoctorsOnly()).Values.Single());
        _clock.Advance(TimeSpan.FromHours(48));
        Assert.Equal(7, RevocationWatch.Faults(_store, _pki.DoctorsOnly()).Count);
    }

    private async Task<RevocationRefresh> StartAsync()
    {
        var refresh = Refresh();
        await refresh.StartAsync(default);
        _clock.Advance(TimeSpan.Zero); // the first fetch is due at once
        await _lists.UntilAskedAsync(1);
        return refresh;
    }

    private RevocationRefresh Refresh() => new(
        new RevocationFolder(Path.Combine(_folder, "fed"), _store, _pki.Authorities()),
        new RevocationFetcher([_lists.Address], Path.Combine(_folder, "kept"), _store, _pki.Authorities(), _clock),
        new OcspClient(_responder.Address, _store, _clock),
        Watch(),
        new RevocationOptions());

    private RevocationWatch Watch()
    {
        var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(_log).CreateLogger();
        var factory = new LoggerFactory([new SerilogLoggerProvider(logger, dispose: true)]);
        return new(_store, _pki.DoctorsOnly(), _clock, factory.CreateLogger<RevocationWatch>());
    }

    private string NumberInUse() => _store.Status().Single(list => list.Issuer == _ca.Certificate.SubjectName.Name).Number;

    private int Events(int id) => _log.Lines.Count(line => line.Contains($"\"Id\":{id}", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
