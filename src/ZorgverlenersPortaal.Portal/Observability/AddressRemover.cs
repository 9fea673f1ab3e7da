using Serilog.Core;
using Serilog.Events;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// Takes the address of the request out of every line: the framework adds it to all of them, and it holds handles, or
/// whatever somebody typed in the address bar, a BSN too (R6).
/// </summary>
internal sealed class AddressRemover : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
