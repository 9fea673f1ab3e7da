namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// A clock that stands still until a test moves it (R15). Timers fire in the order of their moment, on the thread that
/// calls <see cref="Advance"/>, with the clock standing at that moment.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(Func<TimeSpan, bool> When, TaskCompletionSource Reached)> _waiting = [];
    private DateTimeOffset _now;

    /// <summary>Starts at 10 March 2026, 11:00 in Amsterdam (winter time).</summary>
    public FakeClock() : this(new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at a moment of choice.</summary>
    public FakeClock(DateTimeOffset now) => _now = now.ToUniversalTime();

    /// <summary>Waits no longer than this end at once, without moving the clock: pauses before a retry.</summary>
    public TimeSpan SkipWaitsUpTo { get; init; } = TimeSpan.Zero;

    /// <summary>Timers that will still fire.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves forward and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = GetUtcNow() + by;
        while (TakeNext(until) is { } due)
        {
            due.Fire();
        }
    }

    /// <summary>Sets the time; forward fires timers, backward fires none (a clock that was corrected).</summary>
    public void Set(DateTimeOffset now)
    {
        if (now > GetUtcNow())
        {
            Advance(now - GetUtcNow());
            return;
        }
        lock (_gate)
        {
            _now = now.ToUniversalTime();
        }
    }

    /// <summary>Ends when a timer of exactly this length is running, so that moving the clock cannot come too early.</summary>
    public Task UntilTimerAsync(TimeSpan length)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_timers.Exists(timer => timer.Length == length))
            {
                return Task.CompletedTask;
            }
            _waiting.Add((set => set == length, reached));
        }
        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private FakeTimer? TakeNext(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
            {
                _now = until;
                return null;
            }
            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                _timers.Remove(next);
            }
            return next;
        }
    }

    private bool Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        List<TaskCompletionSource> reached;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return true;
            }
            timer.Length = dueTime;
            timer.Due = _now + dueTime;
            timer.Period = period;
            if (dueTime > SkipWaitsUpTo || period > TimeSpan.Zero)
            {
                _timers.Add(timer);
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(static one => one.Fire(), timer, preferLocal: false);
            }
            reached = [.. _waiting.Where(w => w.When(dueTime)).Select(w => w.Reached)];
            _waiting.RemoveAll(w => reached.Contains(w.Reached));
        }
        reached.ForEach(r => r.SetResult());
        return true;
    }

    private void Remove(FakeTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        private volatile bool _disposed;

        public TimeSpan Length { get; set; }

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !_disposed && clock.Set(this, dueTime, period);

        public void Fire()
        {
            if (!_disposed)
            {
                fire();
            }
        }

        public void Dispose()
        {
            _disposed = true;
            clock.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
