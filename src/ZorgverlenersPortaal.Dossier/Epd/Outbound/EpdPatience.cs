using System.Globalization;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// Patience with the EPD, one for everything that goes there: a limit on the wait for headers, one retry, a breaker. What a doctor
/// who leaves cancels counts as nothing; neither does a 4xx, which is about one question.
/// </summary>
internal sealed class EpdPatience
{
    /// <summary>How long the EPD is left alone after it kept failing.</summary>
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(10);

    /// <summary>Attempts within <see cref="_sampling"/> below which nothing is concluded: less than one page's, twice.</summary>
    public const int FewestAttempts = 8;

    private static readonly TimeSpan _sampling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly ResiliencePropertyKey<long> _started = new("started");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly EpdHealth _health;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _section;

    public EpdPatience(EpdOptions options, EpdHealth health, TimeProvider clock)
    {
        (_health, _clock, _section) = (health, clock, TimeSpan.FromSeconds(options.SectionSeconds));
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(Retry())
            .AddCircuitBreaker(Breaker())
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Attempt, OnTimeout = _ => Note(health.TimedOut) })
            .Build();
    }

    /// <summary>The answer of the first attempt, or of the second. Throws <see cref="EpdException"/>.</summary>
    public async Task<HttpResponseMessage> ExecuteAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(_started, _clock.GetTimestamp());
        try
        {
            return await _pipeline.ExecuteAsync(static async (attempt, ask) => await ask.Self.MeasureAsync(ask.Send, attempt.CancellationToken), context, (Self: this, Send: send));
        }
        catch (BrokenCircuitException e)
        {
            throw new EpdException(EpdFailure.Unreachable, "The EPD was not asked: it kept failing until a moment ago.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new EpdException(EpdFailure.TimedOut, "The EPD did not answer in time.", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> MeasureAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var outcome = "Cancelled";
        try
        {
            var response = await send(cancellation);
            _health.Answered(_clock.GetElapsedTime(started));
            outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response;
        }
        catch (EpdException e)
        {
            outcome = e.Failure.ToString();
            throw;
        }
        finally
        {
            _health.Meters.Attempted(_clock.GetElapsedTime(started), outcome);
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = 1,
        Delay = _pause,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: TimeoutRejectedException or EpdException { Failure: EpdFailure.Unreachable } } => true,
            { Result: { StatusCode: HttpStatusCode.ServiceUnavailable } busy } => RetryAfter(busy) is not { } wait || Fits(wait, attempt.Context),
            { Result: { StatusCode: HttpStatusCode.TooManyRequests } busy } => RetryAfter(busy) is { } wait && Fits(wait, attempt.Context),
            _ => false,
        }),
        DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } busy ? RetryAfter(busy) : null),
        OnRetry = attempt =>
        {
            attempt.Outcome.Result?.Dispose();
            return Note(_health.Meters.Retried);
        },
    };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = FewestAttempts,
        SamplingDuration = _sampling,
        BreakDuration = BreakDuration,
        ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome switch
        {
            { Exception: TimeoutRejectedException or EpdException { Failure: EpdFailure.Unreachable or EpdFailure.NotTrusted or EpdFailure.Failing } } => true,
            { Result.StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
            _ => false,
        }),
        OnOpened = opened => Note(() => _health.Opened(Why(opened.Outcome))),
        OnClosed = _ => Note(_health.Closed),
    };

    private static string Why(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: EpdException named } => named.Message,
        { Exception: TimeoutRejectedException } => "no answer in time",
        { Result: { } answer } => $"it answered {(int)answer.StatusCode}",
        _ => "unknown",
    };

    /// <summary>How long the EPD asks to wait; null when it does not say, or not in a form of RFC 9110 §10.2.3.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage busy) => busy.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date > _clock.GetUtcNow() ? date - _clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>Longer than the section has left is a failure now: nobody waits for an answer that comes too late (H103).</summary>
    private bool Fits(TimeSpan wait, ResilienceContext context) =>
        context.Properties.TryGetValue(_started, out var started) && _clock.GetElapsedTime(started) + wait < _section;

    private static ValueTask Note(Action happened)
    {
        happened();
        return ValueTask.CompletedTask;
    }
}
