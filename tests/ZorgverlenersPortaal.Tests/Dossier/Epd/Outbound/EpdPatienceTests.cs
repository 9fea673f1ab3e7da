using System.Diagnostics.Metrics;
using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd.Outbound;

/// <summary>One retry, Retry-After, the breaker and what the page is told, on a clock that stands still.</summary>
public sealed class EpdPatienceTests : IAsyncLifetime
{
    private static readonly TimeSpan _attempt = TimeSpan.FromSeconds(3);
    private ScriptedEpd _epd = null!;
    private EpdRig _rig = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _rig = EpdRig.To(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        _rig.Dispose();
        await _epd.DisposeAsync();
    }

    // H103 says "retry only GET"; a POST [type]/_search is a read as well (R12), and yields to the plan: both are tried twice.
    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task H103_RetryAfterAnHour_FailsAtOnce(int status)
    {
        _epd.On("Condition", ScriptedAnswer.Status(status, ("Retry-After", "3600")));

        Assert.Equal($"{status}", await _rig.TryAsync());
        Assert.Equal(1, Count);
    }

    [Fact]
    public async Task H103_500_IsNotRetried()
    {
        _epd.On("Condition", ScriptedAnswer.Status(500));

        Assert.Equal("500", await _rig.TryAsync());
        Assert.Equal(1, Count);
    }

    [Fact]
    public async Task H103_EveryTenthRequestFails_NobodyIsShutOut()
    {
        var asked = 0;
        _epd.On("Condition", ScriptedAnswer.Custom((request, context) =>
            (++asked % 10 > 0 ? ScriptedAnswer.Bundle() : ScriptedAnswer.Status(asked % 20 == 0 ? 500 : 503)).SendAsync(request, context, default)));
        var statuses = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            statuses.Add(await _rig.TryAsync());
        }

        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);
        Assert.All(statuses, status => Assert.Contains(status, (string[])["200", "500", "503"]));
        Assert.InRange(statuses.Count(status => status == "200"), 180, 200);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task H103_RetryAfterInSeconds_IsWaitedFor(int status)
    {
        _epd.Once("Condition", ScriptedAnswer.Status(status, ("Retry-After", "2")));
        var asking = _rig.TryAsync();
        await _rig.Clock.UntilTimerAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(1, Count);

        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("200", await asking);
        Assert.Equal(2, Count);
    }

    [Fact]
    public async Task H103_RetryAfterAsADate_IsWaitedFor()
    {
        var at = _rig.Clock.GetUtcNow().AddSeconds(4);
        _epd.Once("Condition", ScriptedAnswer.Status(503, ("Retry-After", at.ToString("R", CultureInfo.InvariantCulture))));
        var asking = _rig.TryAsync();
        await _rig.Clock.UntilTimerAsync(TimeSpan.FromSeconds(4));

        _rig.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("200", await asking);
    }

    [Theory]
    [InlineData("Sun, 22 Nov 2099 10:00:00 GMT", 1)]
    [InlineData("5", 1)]
    [InlineData("99999999999999999999", 2)]
    [InlineData("-1", 2)]
    [InlineData("soon", 2)]
    [InlineData("Sun, 22 Nov 2020 10:00:00 GMT", 2)]
    [InlineData("0", 2)]
    public async Task H103_RetryAfterOfOtherForms_IsLongPastOrNotSaid(string value, int requests)
    {
        _epd.On("Condition", ScriptedAnswer.Status(503, ("Retry-After", value)));

        Assert.Equal("503", await _rig.TryAsync());
        Assert.Equal(requests, Count);
    }

    [Fact]
    public async Task Ask_429WithoutRetryAfter_IsNotRetried()
    {
        _epd.On("Condition", ScriptedAnswer.Status(429));

        Assert.Equal("429", await _rig.TryAsync());
        Assert.Equal(1, Count);
    }

    [Fact]
    public async Task Ask_NoHeadersInTime_IsTriedOnceMore()
    {
        _epd.Once("Condition", ScriptedAnswer.Hang());
        var asking = _rig.TryAsync();
        await _epd.UntilAskedAsync("Condition");

        _rig.Clock.Advance(_attempt);

        Assert.Equal("200", await asking);
        Assert.Equal(2, Count);
    }

    [Fact]
    public async Task Ask_KeepsFailing_IsDownAndNotAsked()
    {
        await BreakAsync(503);

        Assert.Equal(new EpdCondition(EpdState.Down, _rig.Clock.GetUtcNow()), _rig.Health.Condition);
        Assert.Single(_rig.Log.Lines, line => line.Contains("it answered 503", StringComparison.Ordinal));
        var before = Count;
        Assert.Equal("Unreachable", await _rig.TryAsync());
        Assert.Equal("Unreachable", await _rig.TryAsync("Patient?identifier=x"));
        Assert.Equal(before, Count);
    }

    [Fact]
    public async Task Ask_FailsLessOftenThanAPage_IsNotDown()
    {
        _epd.On("Condition", ScriptedAnswer.Status(500));
        for (var i = 0; i < EpdPatience.FewestAttempts - 1; i++)
        {
            await _rig.TryAsync();
        }

        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);
    }

    [Fact]
    public async Task Ask_AfterTheBreak_OneProbeDecides()
    {
        await BreakAsync(500);
        var since = _rig.Health.Condition.Since;
        _rig.Clock.Advance(EpdPatience.BreakDuration);
        var before = Count;

        // Half open: the probe fails, and it is down for longer, since the same moment.
        Assert.Equal("500", await _rig.TryAsync());
        Assert.Equal("Unreachable", await _rig.TryAsync());
        Assert.Equal(before + 1, Count);
        Assert.Equal(since, _rig.Health.Condition.Since);

        _epd.On("Condition", ScriptedAnswer.Bundle());
        _rig.Clock.Advance(EpdPatience.BreakDuration);
        await _rig.TryAsync();

        Assert.Equal("200", await _rig.TryAsync());
        Assert.Equal(new EpdCondition(EpdState.Ok), _rig.Health.Condition);
        Assert.Contains(_rig.Log.Lines, line => line.Contains("answers again after 20 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Probe_EpdIsBack_NoDoctorHasToTry()
    {
        await BreakAsync(500);
        _epd.On("metadata", ScriptedAnswer.Hang());

        // The timer asks; the answer comes when the test lets it.
        _rig.Clock.Advance(EpdPatience.BreakDuration + TimeSpan.FromMilliseconds(250));
        await _epd.UntilAskedAsync("metadata");
        Assert.Equal(EpdState.Down, _rig.Health.Condition.State);
        Assert.Equal("Unreachable", await _rig.TryAsync());

        _epd.On("Condition", ScriptedAnswer.Bundle());
        _epd.Release();
        await UntilAsync(() => _rig.Health.Condition.State == EpdState.Ok);
        Assert.Equal("200", await _rig.TryAsync());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(302)]
    public async Task Ask_FaultOfOneQuestion_IsNotDown(int status)
    {
        _epd.On("Condition", ScriptedAnswer.Status(status));
        for (var i = 0; i < 3 * EpdPatience.FewestAttempts; i++)
        {
            Assert.Equal($"{status}", await _rig.TryAsync());
        }

        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);
    }

    [Fact]
    public async Task Ask_DoctorsLeave_CountsAsNothing()
    {
        _epd.On("Condition", ScriptedAnswer.Hang());
        for (var i = 0; i < 3 * EpdPatience.FewestAttempts; i++)
        {
            using var doctor = new CancellationTokenSource();
            var asking = _rig.TryAsync(cancellation: doctor.Token);
            await _epd.UntilAskedAsync("Condition");
            await doctor.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);
        Assert.Equal("200", await _rig.TryAsync("Patient?identifier=x"));
    }

    [Fact]
    public async Task Ask_NobodyListens_IsDownAfterAWhile()
    {
        await _epd.DisposeAsync();
        for (var i = 0; i < EpdPatience.FewestAttempts; i++)
        {
            Assert.Equal("Unreachable", await _rig.TryAsync());
        }

        Assert.Equal(EpdState.Down, _rig.Health.Condition.State);
    }

    [Fact]
    public async Task Ask_HangsForAll_IsDown()
    {
        _epd.On("Condition", ScriptedAnswer.Hang());
        var asking = Enumerable.Range(0, EpdPatience.FewestAttempts).Select(_ => _rig.TryAsync()).ToList();
        await UntilAsync(() => Count == EpdPatience.FewestAttempts);

        _rig.Clock.Advance(_attempt);

        // Whose second attempt was under way before the last of the first failed waits on; the others are turned away.
        await UntilAsync(() => _rig.Health.Condition.State == EpdState.Down);
        _epd.Release();
        Assert.All(await Task.WhenAll(asking), outcome => Assert.Contains(outcome, (string[])["200", "Unreachable"]));
    }

    [Fact]
    public async Task Ask_AnswersLate_IsSlowUntilAMinuteLater()
    {
        _epd.On("Condition", ScriptedAnswer.Custom((asked, context) =>
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(2));
            return ScriptedAnswer.Bundle().SendAsync(asked, context, default);
        }));
        await _rig.TryAsync();
        await _rig.TryAsync();
        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);

        await _rig.TryAsync();
        Assert.Equal(new EpdCondition(EpdState.Slow), _rig.Health.Condition);

        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(EpdState.Ok, _rig.Health.Condition.State);
    }

    [Fact]
    public async Task Metrics_OfWhatHappened_AreCounted()
    {
        var seen = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, on) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, _rig.Health))
                {
                    on.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Saw(Instrument instrument, string what)
        {
            lock (seen)
            {
                (seen.TryGetValue(instrument.Name, out var list) ? list : seen[instrument.Name] = []).Add(what);
            }
        }
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Saw(instrument, $"{tags[0].Value}"));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Saw(instrument, $"{value}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Saw(instrument, $"{value}"));
        listener.Start();

        _epd.Once("Condition", ScriptedAnswer.Status(503));
        await _rig.TryAsync();
        await BreakAsync(500);
        listener.RecordObservableInstruments();

        Assert.Equal(["503", "200", "500"], seen["epd_attempt_seconds"].Take(3));
        Assert.Equal(["1"], seen["epd_retries"]);
        Assert.Equal(["2"], seen["epd_state"]);
        Assert.Equal(["0"], seen["epd_scopes_missing"]);
    }

    private int Count => _epd.Asked.Count(asked => asked.Type == "Condition");

    private async Task BreakAsync(int status)
    {
        _epd.On("Condition", ScriptedAnswer.Status(status));
        for (var i = 0; i < EpdPatience.FewestAttempts && _rig.Health.Condition.State != EpdState.Down; i++)
        {
            await _rig.TryAsync();
        }
    }

    /// <summary>What runs beside the test: looks again and again, and fails when it never comes.</summary>
    private static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!reached())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
