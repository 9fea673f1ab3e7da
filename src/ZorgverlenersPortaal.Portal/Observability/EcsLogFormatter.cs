using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Serilog.Events;
using Serilog.Formatting;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// A line of the operational log in ECS, for the agent that ships logs to the same Elasticsearch as the trail's index. What ECS has no
/// field for becomes a label, so that the fields of an index do not grow with ours.
/// </summary>
internal sealed class EcsLogFormatter(string node) : ITextFormatter
{
    private const string EcsVersion = Audit.Shipping.EcsDocument.EcsVersion;
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, _options))
        {
            var rest = logEvent.Properties.ToDictionary(StringComparer.Ordinal);
            json.WriteStartObject();
            json.WriteString("@timestamp", logEvent.Timestamp.UtcDateTime);
            json.WriteString("message", logEvent.RenderMessage(CultureInfo.InvariantCulture));
            WriteObject(json, "ecs", ("version", EcsVersion));
            WriteObject(json, "log", ("level", logEvent.Level.ToString()), ("logger", Take(rest, "SourceContext")));
            WriteObject(json, "event", ("dataset", "zvp.log"), ("code", Code(rest)));
            json.WriteStartObject("service");
            json.WriteString("name", "zorgverlenersportaal");
            WriteObject(json, "node", ("name", node));
            json.WriteEndObject();
            WriteRequest(json, rest);
            if (logEvent.Exception is { } fault)
            {
                WriteObject(json, "error", ("type", fault.GetType().FullName), ("message", fault.Message), ("stack_trace", fault.ToString()));
            }
            WriteObject(json, "labels", [.. rest.Where(property => property.Value is ScalarValue { Value: not null }).Select(property => (property.Key, (string?)Text(property.Value)))]);
            json.WriteEndObject();
        }
        output.Write(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
        output.Write('\n');
    }

    private static void WriteRequest(Utf8JsonWriter json, Dictionary<string, LogEventPropertyValue> rest)
    {
        var (id, method) = (Take(rest, "RequestId"), Take(rest, "Method"));
        if (id is null && method is null)
        {
            return;
        }
        json.WriteStartObject("http");
        WriteObject(json, "request", ("id", id), ("method", method));
        if (rest.Remove("Status", out var status) && status is ScalarValue { Value: int number })
        {
            json.WriteStartObject("response");
            json.WriteNumber("status_code", number);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The number of the event, which the framework's bridge gives as a structure.</summary>
    private static string? Code(Dictionary<string, LogEventPropertyValue> rest) =>
        rest.Remove("EventId", out var id) && id is StructureValue structure ? structure.Properties.Where(property => property.Name == "Id").Select(property => Text(property.Value)).FirstOrDefault() : null;

    private static string? Take(Dictionary<string, LogEventPropertyValue> rest, string name) => rest.Remove(name, out var value) ? Text(value) : null;

    private static string Text(LogEventPropertyValue value) => value is ScalarValue { Value: string text } ? text : value.ToString(null, CultureInfo.InvariantCulture);

    private static void WriteObject(Utf8JsonWriter json, string name, params (string Name, string? Value)[] fields)
    {
        if (fields.All(field => field.Value is null))
        {
            return;
        }
        json.WriteStartObject(name);
        foreach (var (field, value) in fields)
        {
            if (value is not null)
            {
                json.WriteString(field, value);
            }
        }
        json.WriteEndObject();
    }
}
