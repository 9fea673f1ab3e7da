using System.Diagnostics.Metrics;
using ZorgverlenersPortaal.Audit.Shipping;

namespace ZorgverlenersPortaal.Portal.AuditIndex;

/// <summary>Metrics of the way to the index, by node, without ids of people (R6).</summary>
internal sealed class AuditIndexMeters : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ZorgverlenersPortaal.AuditIndex";

    private readonly Meter _meter;
    private readonly Counter<long> _records;
    private readonly Counter<long> _faults;

    public AuditIndexMeters(IReadOnlyList<IndexedNode> nodes, TimeProvider clock)
    {
        _meter = new(MeterName, version: null, tags: null, scope: nodes);
        _records = _meter.CreateCounter<long>("audit_index_records", description: "Records of the trail sent to the index, by outcome: stored, there (already), parked.");
        _faults = _meter.CreateCounter<long>("audit_index_faults", description: "Requests to the index that failed, by kind.");
        _meter.CreateObservableGauge("audit_index_lag_seconds", () => nodes.Select(node => Of(node, node.Lag(clock.GetUtcNow()).TotalSeconds)), "s", "How long the first record that is not in the index has waited.");
        _meter.CreateObservableGauge("audit_index_lag_records", () => nodes.Select(node => Of(node, (double)node.Shipper.Health.Waiting)), description: "Records that are not in the index yet.");
        _meter.CreateObservableGauge("audit_index_parked", () => nodes.Select(node => Of(node, (double)node.Shipper.Health.Parked)), description: "Records that the index refused, set aside.");
    }

    public void Count(ShippingRound round)
    {
        Add(round, "stored", round.Stored);
        Add(round, "there", round.AlreadyThere);
        Add(round, "parked", round.Parked.Count);
        if (round.Fault is { } fault)
        {
            _faults.Add(1, new("node", round.Node), new("kind", fault.Kind.ToString()));
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Add(ShippingRound round, string outcome, int records)
    {
        if (records > 0)
        {
            _records.Add(records, new("node", round.Node), new("outcome", outcome));
        }
    }

    private static Measurement<double> Of(IndexedNode node, double value) => new(value, new KeyValuePair<string, object?>("node", node.Shipper.Health.Node));
}
