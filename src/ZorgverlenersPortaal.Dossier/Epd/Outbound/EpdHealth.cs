using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>What this node has seen of the EPD: for pages, the readiness check, metrics (<see cref="EpdMeters"/>) and one log line per change.</summary>
public sealed partial class EpdHealth
{
    private const int Remembered = 20;
    private const int FewestSlow = 3;
    private static readonly TimeSpan _memory = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, bool IsSlow)> _last = new();
    private readonly TimeSpan _slow;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private DateTimeOffset? _downSince;
    private DateTimeOffset? _certificateEnds;
    private IReadOnlyList<string> _missing = [];
    private EpdFailure? _tokenFailure;

    internal EpdHealth(EpdOptions options, TimeProvider clock, ILogger logger)
    {
        (_slow, _clock, _logger) = (TimeSpan.FromSeconds(options.SlowSeconds), clock, logger);
        Meters = new(this);
    }

    /// <summary>How the EPD is doing now.</summary>
    public EpdCondition Condition
    {
        get
        {
            lock (_gate)
            {
                return _downSince is { } since ? new(EpdState.Down, since) : new(IsSlow() ? EpdState.Slow : EpdState.Ok);
            }
        }
    }

    /// <summary>Scopes that were asked and not granted: their sections are refused. Empty before the first token.</summary>
    public IReadOnlyList<string> MissingScopes
    {
        get
        {
            lock (_gate)
            {
                return _missing;
            }
        }
    }

    /// <summary>The last token request failed this way; null when it succeeded, or none was made.</summary>
    public EpdFailure? TokenFailure
    {
        get
        {
            lock (_gate)
            {
                return _tokenFailure;
            }
        }
    }

    /// <summary>End of the certificate that the EPD last showed; null before the first TLS connection.</summary>
    public DateTimeOffset? ServerCertificateEnds
    {
        get
        {
            lock (_gate)
            {
                return _certificateEnds;
            }
        }
    }

    internal EpdMeters Meters { get; }

    /// <summary>Headers came, after this long.</summary>
    internal void Answered(TimeSpan took) => Remember(took >= _slow);

    /// <summary>No headers within <c>Epd:AttemptSeconds</c>.</summary>
    internal void TimedOut() => Remember(isSlow: true);

    /// <summary>The EPD showed a certificate, trusted or not.</summary>
    internal void Showed(DateTimeOffset certificateEnds)
    {
        lock (_gate)
        {
            _certificateEnds = certificateEnds;
        }
    }

    /// <summary>The breaker opened: it kept failing, or the probe failed.</summary>
    internal void Opened(string why)
    {
        lock (_gate)
        {
            if (_downSince is not null)
            {
                return;
            }
            _downSince = _clock.GetUtcNow();
        }
        IsDown(why);
    }

    /// <summary>The breaker closed: it answers again.</summary>
    internal void Closed()
    {
        DateTimeOffset since;
        lock (_gate)
        {
            since = _downSince ?? _clock.GetUtcNow();
            _downSince = null;
            _last.Clear();
        }
        IsBack((_clock.GetUtcNow() - since).TotalSeconds);
    }

    /// <summary>A token came; these scopes are missing from it.</summary>
    internal void Granted(IReadOnlyList<string> missing)
    {
        bool changed;
        lock (_gate)
        {
            changed = !missing.SequenceEqual(_missing, StringComparer.Ordinal);
            (_missing, _tokenFailure) = (missing, null);
        }
        Meters.TokenAsked("granted");
        if (changed && missing.Count > 0)
        {
            ScopesMissing(string.Join(' ', missing));
        }
        else if (changed)
        {
            ScopesComplete();
        }
    }

    /// <summary>No token came.</summary>
    internal void TokenFailed(EpdFailure failure)
    {
        bool changed;
        lock (_gate)
        {
            changed = _tokenFailure != failure;
            _tokenFailure = failure;
        }
        Meters.TokenAsked(failure.ToString());
        if (changed)
        {
            NoToken(failure);
        }
    }

    private void Remember(bool isSlow)
    {
        lock (_gate)
        {
            _last.Enqueue((_clock.GetUtcNow(), isSlow));
            while (_last.Count > Remembered)
            {
                _last.Dequeue();
            }
        }
    }

    private bool IsSlow()
    {
        var from = _clock.GetUtcNow() - _memory;
        var recent = _last.Where(one => one.At > from).ToList();
        var slow = recent.Count(one => one.IsSlow);
        return slow >= FewestSlow && slow * 2 >= recent.Count;
    }

    [LoggerMessage(1301, LogLevel.Error, "The EPD is down: {Why}; it is not asked until a probe succeeds")]
    private partial void IsDown(string why);

    [LoggerMessage(1302, LogLevel.Information, "The EPD answers again after {Seconds:0} s")]
    private partial void IsBack(double seconds);

    [LoggerMessage(1303, LogLevel.Error, "The EPD did not grant these scopes, and their sections are refused: {Scopes}")]
    private partial void ScopesMissing(string scopes);

    [LoggerMessage(1304, LogLevel.Information, "The EPD grants every scope that is asked")]
    private partial void ScopesComplete();

    [LoggerMessage(1307, LogLevel.Error, "The EPD gives the portal no token: {Failure}")]
    private partial void NoToken(EpdFailure failure);
}
