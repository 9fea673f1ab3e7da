using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZorgverlenersPortaal.Audit.Export;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A report as JSON, with the fields of the page and the moments in UTC. No BSN is in it.</summary>
public static class OverviewJson
{
    // Names with accents stay readable; it is a file, and never part of a page.
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static byte[] Of(OverviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("vorm", OverviewShapes.Name(report.Shape));
            json.WriteString("over", report.Subject);
            json.WriteString("periode", report.Period);
            json.WriteString("gemaakt", report.Made.UtcDateTime);
            json.WriteString("door", report.By);
            json.WriteString("ziekenhuis", report.Hospital);
            json.WriteStartArray("regels");
            foreach (var line in report.Lines)
            {
                Write(json, line, OverviewShapes.IsOfMany(report.Shape));
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, OverviewLine line, bool isOfMany)
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
        if (isOfMany)
        {
            json.WriteString("patient", OverviewText.Patient(line));
        }
        json.WriteString("protocol", line.Rule);
        json.WriteString("grondslag", OverviewText.Ground(line));
        json.WriteBoolean("noodprocedure", line.IsEmergency);
        json.WriteNumber("logregels", line.Records);
        json.WriteStartArray("wat");
        foreach (var act in OverviewText.Acts(line))
        {
            json.WriteStringValue(act);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
