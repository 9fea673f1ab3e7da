using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The report on the officers' cases as JSON, for a program; English names, moments in UTC, times to a verdict in hours.</summary>
public static class ReviewReportJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true };

    /// <summary>The report, with the last verification of the trail and the differences with the register where these were looked for.</summary>
    public static byte[] Of(ReviewReport report, StoredAuditRecord? verification, IReadOnlyList<string>? differences = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("from", report.Period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("to", report.Period.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("made", report.Made.UtcDateTime);
            WriteNumbers(json, report);
            WriteOrigins(json, report);
            WriteVerification(json, verification);
            if (differences is not null)
            {
                json.WriteStartArray("differences");
                foreach (var difference in differences)
                {
                    json.WriteStringValue(difference);
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteNumber("emergencies", report.Emergencies);
        json.WriteNumber("emergenciesJudged", report.EmergenciesJudged);
        json.WriteNumber("cases", report.Cases);
        json.WriteNumber("judged", report.Judged);
        json.WriteNumber("open", report.Open);
        json.WriteNumber("overdue", report.Overdue);
        WriteOptional(json, "medianHoursToVerdict", report.MedianTimeToVerdict?.TotalHours);
        WriteOptional(json, "p90HoursToVerdict", report.P90TimeToVerdict?.TotalHours);
        json.WriteStartObject("verdicts");
        foreach (var (verdict, count) in report.Verdicts)
        {
            json.WriteNumber(verdict.ToString(), count);
        }
        json.WriteEndObject();
        json.WriteNumber("casesWithMinutes", report.CasesWithMinutes);
        json.WriteNumber("minutesByOfficersOwnWord", report.Minutes);
        WriteOptional(json, "medianMinutesByOfficersOwnWord", report.MedianMinutes);
    }

    private static void WriteOrigins(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteStartArray("origins");
        foreach (var origin in report.Origins)
        {
            json.WriteStartObject();
            json.WriteString("origin", origin.Origin.ToString());
            json.WriteNumber("opened", origin.Opened);
            json.WriteNumber("asked", origin.Asked);
            json.WriteNumber("judged", origin.Judged);
            json.WriteNumber("breaches", origin.Breaches);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteVerification(Utf8JsonWriter json, StoredAuditRecord? verification)
    {
        if (verification is null)
        {
            json.WriteNull("lastVerification");
            return;
        }
        json.WriteStartObject("lastVerification");
        json.WriteString("time", verification.Record.Time.UtcDateTime);
        json.WriteString("outcome", verification.Record.Outcome.ToString());
        json.WriteString("detail", verification.Record.Detail);
        json.WriteString("record", FormattableString.Invariant($"{verification.Node}/{verification.Sequence}"));
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Math.Round(known, 2));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
