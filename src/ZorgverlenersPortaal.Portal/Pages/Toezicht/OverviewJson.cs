using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A patient's overview as JSON, with the fields of the page and the moments in UTC. The BSN is not in it.</summary>
public static class OverviewJson
{
    // Names with accents stay readable; it is a file, and never part of a page.
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static byte[] Of(IReadOnlyList<OverviewLine> lines, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("gemaakt", made.UtcDateTime);
            json.WriteStartArray("regels");
            foreach (var line in lines)
            {
                Write(json, line);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, OverviewLine line)
    {
        json.WriteStartObject();
        json.WriteString("kenmerk", line.Reference);
        json.WriteString("van", line.First.Record.Time.UtcDateTime);
        json.WriteString("tot", line.Until.UtcDateTime);
        json.WriteString("wie", OverviewText.Who(line));
        json.WriteString("functie", OverviewText.Role(line));
        json.WriteString("uzi", line.Actor?.UziNumber);
        json.WriteString("organisatie", line.Actor?.Ura);
        json.WriteString("namens", line.First.Record.OnBehalfOf);
        json.WriteString("grondslag", OverviewText.Ground(line));
        json.WriteBoolean("noodprocedure", line.IsEmergency);
        json.WriteStartArray("wat");
        foreach (var act in OverviewText.Acts(line))
        {
            json.WriteStringValue(act);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
