using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>
/// Records in the form of Logius' Logboek Dataverwerkingen with its extension for NEN 7513: a JSON array of log lines in the order of
/// the records. A patient is the EPD's id, never the BSN (R6). What NEN 7513 asks and nobody agreed on yet is said in the norm's own
/// words: "geen protocol", "rol onbekend".
/// </summary>
public static partial class LogiusLog
{
    private const string Nen = "dpl.nen7513.";
    private const string NoProtocol = "geen protocol";

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The log lines; <paramref name="site"/> is the hospital's name.</summary>
    public static byte[] Write(IEnumerable<StoredAuditRecord> records, string site)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _options))
        {
            json.WriteStartArray();
            foreach (var stored in records)
            {
                Write(json, stored, site);
            }
            json.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, StoredAuditRecord stored, string site)
    {
        var record = stored.Record;
        var time = Time(record.Time);
        json.WriteStartObject();
        // A request is the trace. What has no request of the portal, as a command, is a trace of its own.
        json.WriteString("trace_id", TraceId().IsMatch(record.RequestId) ? record.RequestId : stored.Hash[..32]);
        json.WriteString("span_id", stored.Hash[32..48]);
        json.WriteString("status_code", record.Outcome == AuditOutcome.Failed ? "STATUS_CODE_ERROR" : "STATUS_CODE_UNSET");
        json.WriteString("name", Action(record));
        json.WriteString("start_time", time);
        json.WriteString("end_time", time);
        json.WriteStartObject("resource");
        json.WriteStartObject("attributes");
        json.WriteString("nen7513.AuditEnterpriseSiteID", site);
        json.WriteString("nen7513.AuditSourceId", FormattableString.Invariant($"zorgverlenersportaal/{stored.Node}/{stored.Sequence}"));
        json.WriteString("nen7513.AuditSourceTypeCode", "4");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        WriteCore(json, record);
        WriteEvent(json, record, time);
        WriteUsers(json, record);
        LogiusParticipants.Write(json, Nen + "participants", record);
        WriteProtocols(json, record);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCore(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteString("dpl.core.processing_activity_id", $"urn:zorgverlenersportaal:event:{(int)record.Event}");
        // A line has room for one: of a list the participants tell them all.
        if (record.Patients.Where(patient => patient.EpdId.Length > 0).ToList() is [var only])
        {
            json.WriteString("dpl.core.data_subject_id", only.EpdId);
            json.WriteString("dpl.core.data_subject_id_type", "EPD");
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, AuditRecord record, string time)
    {
        json.WriteString(Nen + "eventID", ((int)record.Event).ToString(CultureInfo.InvariantCulture));
        json.WriteString(Nen + "eventActionCode", Action(record));
        json.WriteString(Nen + "eventDateTime", time);
        json.WriteString(Nen + "eventOutcomeIndicator", ((int)record.Outcome).ToString(CultureInfo.InvariantCulture));
        var coding = EventCoding.Of(record.Event);
        // DICOM PS3.16: 110112 Query, 110110 Patient Record.
        json.WriteString(Nen + "eventTypeCode", coding.Type != "rest" ? coding.Subtype ?? coding.Type : coding.Kind == EventKind.Query ? "110112" : "110110");
    }

    private static void WriteUsers(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartArray(Nen + "users");
        json.WriteStartObject();
        json.WriteString("userID", record.Actor is null ? "zorgverlenersportaal" : record.Actor.UziNumber is { Length: > 0 } uzi ? uzi : "onbekend");
        json.WriteFilled("alternateUserID", record.Actor?.Agb);
        json.WriteFilled("userName", record.Actor?.Name);
        json.WriteBoolean("userIsRequestor", true);
        json.WriteString("roleIDCode", record.Actor?.RoleCode is { Length: > 0 } role ? role : "rol onbekend");
        json.WriteFilled("purposeOfUse", record.Purpose);
        if (!string.IsNullOrWhiteSpace(record.Actor?.Address))
        {
            json.WriteString("networkAccessPointTypeCode", "2");
            json.WriteString("networkAccessPointID", record.Actor.Address);
        }
        json.WriteEndObject();
        if (record.OnBehalfOf is { } giver)
        {
            json.WriteStartObject();
            json.WriteString("userID", giver);
            json.WriteBoolean("userIsRequestor", false);
            json.WriteString("roleIDCode", "rol onbekend");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProtocols(Utf8JsonWriter json, AuditRecord record)
    {
        var rule = record.Decision?.Rule;
        json.WriteString(Nen + "autorisatieProtocol", string.IsNullOrWhiteSpace(rule) ? NoProtocol : Protocol(rule));
        if (record.Patients.Count > 0)
        {
            // In an emergency nobody establishes a relation; a refusal proved none.
            var isRelation = !string.IsNullOrWhiteSpace(rule) && record.Outcome == AuditOutcome.Success && record.Purpose != "ETREAT";
            json.WriteString(Nen + "behandelrelatieProtocol", isRelation ? Protocol(rule!) : NoProtocol);
            var consent = record.Decision?.Facts.Where(fact => fact.Name.StartsWith("objection", StringComparison.Ordinal)).Select(fact => $"{fact.Name}={fact.Value}").Distinct(StringComparer.Ordinal).ToList() ?? [];
            json.WriteString(Nen + "toestemmingsProfiel", consent.Count > 0 ? string.Join(' ', consent) : NoProtocol);
        }
        if (record.Decision is { } decision)
        {
            json.WriteString(Nen + "controles", $"{decision.Verdict} {decision.ReasonCode}");
        }
    }

    private static string Protocol(string rule) => $"urn:zorgverlenersportaal:rule:{Uri.EscapeDataString(rule)}";

    private static string Action(AuditRecord record) => record.Action.ToString()[..1];

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TraceId();
}
