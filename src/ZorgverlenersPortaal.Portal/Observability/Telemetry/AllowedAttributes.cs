using System.Diagnostics;
using OpenTelemetry;

namespace ZorgverlenersPortaal.Portal.Observability.Telemetry;

/// <summary>
/// What of a span may leave: its times, and these attributes, whose values come from the program and never from a request, a page
/// or the EPD (R6). All else is taken away; a span with something that cannot be taken away is not sent at all.
/// </summary>
internal sealed class AllowedAttributes : BaseProcessor<Activity>
{
    /// <summary>Names that may leave with a span; <c>http.route</c> is the pattern, never the address.</summary>
    public static IReadOnlySet<string> OfSpans { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "error.type", "network.protocol.version", "url.scheme",
    };

    /// <summary>Names that may leave with a metric: those, and the words of the portal's own meters and of the runtime's.</summary>
    public static string[] OfMetrics { get; } =
    [
        .. OfSpans, "tls.protocol.version", "kestrel.connection.type", "outcome", "kind", "node", "issuer", "origin", "gc.heap.generation", "cpu.mode",
    ];

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !OfSpans.Contains(name)).ToList())
        {
            data.SetTag(name, null);
        }
        // An exception's message may hold anything; its kind is in error.type.
        data.SetStatus(data.Status);
        data.TraceStateString = null;
        data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route")}".TrimEnd();
        if (data.Events.Any() || data.Links.Any())
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
