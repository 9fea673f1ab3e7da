using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>Makes error answers: an OperationOutcome with one issue for each text.</summary>
internal static class OperationOutcomes
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><paramref name="code"/> is from http://hl7.org/fhir/issue-type.</summary>
    public static FhirAnswer Answer(int status, string code, params IEnumerable<string> texts) =>
        new(status, Json("error", code, texts));

    public static ReadOnlyMemory<byte> Json(string severity, string code, params IEnumerable<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "OperationOutcome");
            writer.WriteStartArray("issue");
            foreach (var text in texts)
            {
                writer.WriteStartObject();
                writer.WriteString("severity", severity);
                writer.WriteString("code", code);
                writer.WriteString("diagnostics", text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
