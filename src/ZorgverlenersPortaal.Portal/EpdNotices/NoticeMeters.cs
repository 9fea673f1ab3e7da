using System.Diagnostics.Metrics;

namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>Metrics of the EPD's notices, without ids (R6).</summary>
internal sealed class NoticeMeters : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.EpdNotices";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _notices;
    private readonly Counter<long> _missed;

    public NoticeMeters()
    {
        _notices = _meter.CreateCounter<long>("epd_notices", description: "Notices of the EPD, by outcome: its kind, or why it was refused.");
        _missed = _meter.CreateCounter<long>("epd_notices_missed", description: "Events that the EPD counted and that never came.");
    }

    public void Came(string outcome) => _notices.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Missed(long events) => _missed.Add(events);

    public void Dispose() => _meter.Dispose();
}
