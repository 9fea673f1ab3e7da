using Serilog.Core;
using Serilog.Events;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// Sets right what the framework puts on every line of a request: its address goes, because that holds handles, and its id
/// becomes the one that trail and EPD know.
/// </summary>
public sealed class RequestProperties : ILogEventEnricher
{
    /// <summary>The property under which the portal's own id comes in.</summary>
    internal const string Own = "OwnRequestId";

    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        logEvent.RemovePropertyIfPresent("RequestPath");
        if (logEvent.Properties.TryGetValue(Own, out var id))
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty("RequestId", id));
            logEvent.RemovePropertyIfPresent(Own);
        }
    }
}
