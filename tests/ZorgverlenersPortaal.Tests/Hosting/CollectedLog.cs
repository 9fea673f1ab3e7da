using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using ZorgverlenersPortaal.Portal.Observability;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Every line that is logged, as the portal's own console would write it, and those below its levels too.</summary>
public sealed class CollectedLog : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly PlainText _formatter = new(new JsonFormatter(renderMessage: true));

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        _formatter.Format(logEvent, text);
        _lines.Enqueue(text.ToString());
    }
}
