namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>Compares the EPD's count of events with what came. At this node: behind a load balancer each node sees gaps that are none.</summary>
internal sealed class NoticeGaps
{
    /// <summary>A hospital has a few subscriptions; more names than this are not remembered.</summary>
    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How many events the EPD counted since the notice before this one that did not come; 0 for a first notice or a count that began anew.</summary>
    public long Missed(Notice notice)
    {
        if (notice is not { Subscription: { } name, EventsSinceStart: { } count })
        {
            return 0;
        }
        lock (_gate)
        {
            var isKnown = _counts.TryGetValue(name, out var before);
            if (isKnown || _counts.Count < Most)
            {
                _counts[name] = count;
            }
            return isKnown && count > before ? Math.Max(0, count - before - notice.Events) : 0;
        }
    }
}
