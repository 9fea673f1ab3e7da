using System.Diagnostics;

namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>A trace begins and ends here: what a caller says of one is not believed, and nobody outside is told of ours.</summary>
internal sealed class NoPropagator : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
