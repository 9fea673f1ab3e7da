using System.Diagnostics.Metrics;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Metrics of the way to the EPD, without patients, addresses or tokens (R6).</summary>
internal sealed class EpdMeters : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.Epd";

    private readonly Meter _meter;
    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _tokens;

    public EpdMeters(EpdHealth health)
    {
        _meter = new(MeterName, version: null, tags: null, scope: health);
        _seconds = _meter.CreateHistogram<double>("epd_attempt_seconds", "s", "Time to the headers of one attempt at the EPD, by outcome.");
        _retries = _meter.CreateCounter<long>("epd_retries", description: "Requests to the EPD that were tried a second time.");
        _tokens = _meter.CreateCounter<long>("epd_token_requests", description: "Token requests to the EPD, by outcome.");
        _meter.CreateObservableGauge("epd_state", () => (int)health.Condition.State, description: "0 answers, 1 slow, 2 down (the breaker is open).");
        _meter.CreateObservableGauge("epd_scopes_missing", () => health.MissingScopes.Count, description: "Scopes asked of the EPD and not granted.");
    }

    public void Attempted(TimeSpan took, string outcome) => _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Retried() => _retries.Add(1);

    public void TokenAsked(string outcome) => _tokens.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
