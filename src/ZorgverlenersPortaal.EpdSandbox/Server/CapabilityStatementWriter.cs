using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// Writes the CapabilityStatement from the same table the searches use, so it lists what really works.
/// </summary>
internal static class CapabilityStatementWriter
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Documentation =
        "Searches by GET and by POST [type]/_search; chains, _include(:iterate), _revinclude, _sort, _count up to 200, _summary=count. "
        + "Parameters that are not known are ignored and left out of the self link; with Prefer: handling=strict they are refused.";

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<string> types, string baseAddress)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            writer.WriteStartObject();
            WriteHead(writer, baseAddress);
            writer.WriteStartArray("rest");
            writer.WriteStartObject();
            writer.WriteString("mode", "server");
            writer.WriteString("documentation", Documentation);
            writer.WriteStartArray("resource");
            foreach (var type in types)
            {
                WriteType(writer, type, types);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteHead(Utf8JsonWriter writer, string baseAddress)
    {
        writer.WriteString("resourceType", "CapabilityStatement");
        writer.WriteString("status", "active");
        writer.WriteString("date", "2026-01-01");
        writer.WriteString("kind", "instance");
        writer.WriteString("fhirVersion", "4.0.1");
        WriteList(writer, "format", ["application/fhir+json"]);
        writer.WriteStartObject("software");
        writer.WriteString("name", "epd-sandbox");
        writer.WriteEndObject();
        writer.WriteStartObject("implementation");
        writer.WriteString("description", "Made-up hospital for developers; holds no real person");
        writer.WriteString("url", baseAddress);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string type, IReadOnlyList<string> types)
    {
        var searchable = !string.Equals(type, "Binary", StringComparison.Ordinal);
        var parameters = searchable ? SearchParameterTable.For(type) : [];
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteStartArray("interaction");
        foreach (var interaction in searchable ? ["read", "vread", "history-instance", "search-type"] : new[] { "read", "vread", "history-instance" })
        {
            writer.WriteStartObject();
            writer.WriteString("code", interaction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("versioning", "versioned");
        WriteList(writer, "searchInclude", References(parameters).Select(name => type + ":" + name));
        WriteList(writer, "searchRevInclude", type is "Patient" ? OfPatient(types) : []);
        writer.WriteStartArray("searchParam");
        foreach (var (name, kind) in Named(parameters, searchable))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("type", kind);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<string> OfPatient(IReadOnlyList<string> types) =>
        types
            .Where(type => type is not "Binary" && SearchParameterTable.Find(type, SearchParameterTable.Patient) is not null)
            .Select(type => type + ":" + SearchParameterTable.Patient);

    private static IEnumerable<string> References(SearchParameter[] parameters) =>
        parameters.Where(parameter => parameter.Kind == ParameterKind.Reference).Select(parameter => parameter.Name);

    private static IEnumerable<(string, string)> Named(SearchParameter[] parameters, bool searchable) =>
        !searchable
            ? []
            : parameters
                .Select(parameter => (parameter.Name, Kind(parameter.Kind)))
                .Append(("_id", "token"))
                .Append(("_lastUpdated", "date"));

    private static string Kind(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Token => "token",
            ParameterKind.Reference => "reference",
            ParameterKind.Date => "date",
            ParameterKind.Text => "string",
        };

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
