using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Portal.AuditIndex;

/// <summary>
/// Sends the trail to Elasticsearch while the portal runs, and says how that goes. The portal waits for none of it: the database is
/// the record, and an index that is behind is an alarm, not a reason to refuse (H134).
/// </summary>
internal sealed partial class AuditIndexing : BackgroundService, IProgress<ShippingRound>
{
    private readonly IReadOnlyList<IndexedNode> _nodes;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly AuditIndexMeters _meters;

    public AuditIndexing(IReadOnlyList<IndexedNode> nodes, TimeProvider clock, ILogger<AuditIndexing> log)
    {
        (_nodes, _clock, _log) = (nodes, clock, log);
        _meters = new(nodes, clock);
    }

    /// <summary>The worst of its nodes; null when nothing is sent.</summary>
    public IndexState? State => _nodes.Count == 0 ? null : _nodes.Max(node => node.State(_clock.GetUtcNow()));

    /// <summary>What one request brought.</summary>
    public void Report(ShippingRound value)
    {
        var node = _nodes.First(one => one.Shipper.Health.Node == value.Node);
        var now = _clock.GetUtcNow();
        node.Saw(value, now);
        _meters.Count(value);
        foreach (var parked in value.Parked)
        {
            LogParked(value.Node, parked.Sequence, parked.Status, parked.Reason);
        }
        if (value.Fault?.Text is { } fault && fault != node.Told)
        {
            LogFault(value.Node, fault);
        }
        node.Told = value.Fault?.Text;
        Alarm(node, now);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        foreach (var node in _nodes)
        {
            node.Shipper.Dispose();
        }
        _meters.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_nodes.Select(node => Task.Run(() => RunAsync(node, stoppingToken), CancellationToken.None)));

    private async Task RunAsync(IndexedNode node, CancellationToken stopping)
    {
        try
        {
            await node.Shipper.RunAsync(this, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was under way is sent again at the next start, and is there already.
        }
    }

    private void Alarm(IndexedNode node, DateTimeOffset now)
    {
        var isBehind = node.State(now) == IndexState.Behind;
        if (isBehind && !node.IsAlarmed)
        {
            LogBehind(node.Shipper.Health.Node, node.Shipper.Health.Waiting, (long)node.Lag(now).TotalSeconds);
        }
        else if (!isBehind && node.IsAlarmed)
        {
            LogCaughtUp(node.Shipper.Health.Node, node.Shipper.Health.Sent);
        }
        node.IsAlarmed = isBehind;
    }

    [LoggerMessage(5102, LogLevel.Warning, "The trail of {Node} cannot be sent to the index just now: {Fault}. It is tried again; nothing is lost.")]
    private partial void LogFault(string node, string fault);

    [LoggerMessage(5103, LogLevel.Error, "The index is behind the trail of {Node}: {Waiting} records wait, the first for {Seconds} s. The portal serves on; the trail is the record.")]
    private partial void LogBehind(string node, long waiting, long seconds);

    [LoggerMessage(5104, LogLevel.Error, "Record {Sequence} of {Node} is not in the index: {Status} {Reason}. It is set aside and stands in the trail; mend the template and restart.")]
    private partial void LogParked(string node, long sequence, int status, string reason);

    [LoggerMessage(5105, LogLevel.Information, "The index follows the trail of {Node} again, through record {Sequence}.")]
    private partial void LogCaughtUp(string node, long sequence);
}
