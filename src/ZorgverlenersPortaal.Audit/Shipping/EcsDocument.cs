using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// A record as an ECS 9 document for the index; what ECS has no field for stands under <c>zvp</c>. An index is for finding: it gets
/// codes and references; what people wrote, what facts said and what changed stays in the trail. Of a BSN it gets the keyed hash (R6).
/// </summary>
public static class EcsDocument
{
    /// <summary>The version of ECS that its fields are checked against.</summary>
    public const string EcsVersion = "9.4.0";

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Node, sequence and the beginning of the hash: the same record always has the same id, and another never.</summary>
    public static string Id(StoredAuditRecord stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return string.Create(CultureInfo.InvariantCulture, $"{stored.Node}-{stored.Sequence}-{stored.Hash[..12]}");
    }

    /// <summary>The index of a record, by the month it happened in (docs/adr/0039).</summary>
    public static string Index(string prefix, AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return prefix + record.Time.UtcDateTime.ToString("'-'yyyy.MM.'01'", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the document as one line, without its end.</summary>
    public static void Write(IBufferWriter<byte> to, StoredAuditRecord stored, BsnKey key)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var record = stored.Record;
        BsnScrub scrub = new(key, record.Patients);
        using Utf8JsonWriter json = new(to, _options);
        json.WriteStartObject();
        json.WriteString("@timestamp"u8, record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("message"u8, $"{record.Event}: {Outcome(record)}");
        json.WriteStartObject("ecs"u8);
        json.WriteString("version"u8, EcsVersion);
        json.WriteEndObject();
        WriteEvent(json, stored, scrub);
        json.WriteStartObject("service"u8);
        json.WriteString("name"u8, "zorgverlenersportaal");
        json.WriteStartObject("node"u8);
        json.WriteString("name"u8, stored.Node);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("http"u8);
        json.WriteStartObject("request"u8);
        json.WriteString("id"u8, scrub.Code(record.RequestId));
        json.WriteEndObject();
        json.WriteEndObject();
        WriteActor(json, record, scrub);
        if (record.Decision is { } decision)
        {
            json.WriteStartObject("rule"u8);
            json.WriteString("name"u8, scrub.Words(decision.Rule));
            json.WriteEndObject();
        }

        WriteOwn(json, record, scrub, key);
        json.WriteEndObject();
    }

    private static string Outcome(AuditRecord record) => record.Outcome == AuditOutcome.Success ? "success" : "failure";

    private static void WriteEvent(Utf8JsonWriter json, StoredAuditRecord stored, BsnScrub scrub)
    {
        var (record, words) = (stored.Record, EcsEvent.Of(stored.Record));
        json.WriteStartObject("event"u8);
        json.WriteString("id"u8, Id(stored));
        json.WriteNumber("sequence"u8, stored.Sequence);
        json.WriteString("hash"u8, stored.Hash);
        json.WriteString("kind"u8, words.Kind);
        WriteList(json, "category", [words.Category]);
        WriteList(json, "type", words.Types);
        json.WriteString("action"u8, record.Event.ToString());
        json.WriteString("code"u8, ((int)record.Event).ToString(CultureInfo.InvariantCulture));
        json.WriteString("outcome"u8, Outcome(record));
        Write(json, "reason", record.Decision is { } decision ? scrub.Words(decision.ReasonCode) : null);
        json.WriteString("provider"u8, "ZorgverlenersPortaal");
        json.WriteString("dataset"u8, "zvp.audit");
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, AuditRecord record, BsnScrub scrub)
    {
        string? Code(string? text) => text is null ? null : scrub.Code(text);
        var actor = record.Actor ?? new();
        json.WriteStartObject("user"u8);
        Write(json, "id", Code(actor.UziNumber));
        Write(json, "full_name", actor.Name is null ? null : scrub.Words(actor.Name));
        WriteList(json, "roles", actor.RoleCode is { } role ? [scrub.Code(role)] : []);
        WriteOf(json, "effective", ("id", Code(record.OnBehalfOf)));
        json.WriteEndObject();
        json.WriteStartObject("related"u8);
        WriteList(json, "user", [.. new[] { Code(actor.UziNumber), Code(record.OnBehalfOf) }.OfType<string>()]);
        json.WriteEndObject();
        WriteOf(json, "organization", ("id", Code(actor.Ura)));
        // Elasticsearch knows no zone in an address (fe80::1%eth0).
        var isAddress = IPAddress.TryParse(actor.Address, out var address);
        WriteOf(json, "source", ("address", Code(actor.Address)), ("ip", isAddress ? address!.ToString().Split('%')[0] : null));
        if (actor.CardSerial is not null || actor.CardIssuer is not null)
        {
            json.WriteStartObject("tls"u8);
            json.WriteStartObject("client"u8);
            json.WriteStartObject("x509"u8);
            Write(json, "serial_number", Code(actor.CardSerial));
            WriteOf(json, "issuer", ("distinguished_name", Code(actor.CardIssuer)));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteOwn(Utf8JsonWriter json, AuditRecord record, BsnScrub scrub, BsnKey key)
    {
        string? Words(string? text) => text is null ? null : scrub.Words(text);
        json.WriteStartObject("zvp"u8);
        json.WriteString("action"u8, record.Action.ToString()[..1]);
        json.WriteNumber("outcome"u8, (int)record.Outcome);
        Write(json, "agb", record.Actor?.Agb is { } agb ? scrub.Code(agb) : null);
        Write(json, "session", record.Actor?.SessionId is { } session ? scrub.Code(session) : null);
        Write(json, "purpose", Words(record.Purpose));
        Write(json, "section", Words(record.Category));
        // An officer's search ends with the words that she looked for; they may name anybody.
        Write(json, "detail", Words(record.Detail?.Split(" name:")[0]));
        Write(json, "incident", Words(record.Incident));
        Write(json, "verdict", Words(record.Decision?.Verdict));
        WriteList(json, "facts", [.. (record.Decision?.Facts ?? []).Select(fact => scrub.Words(fact.Name)).Distinct(StringComparer.Ordinal)]);
        WriteList(json, "changed", [.. record.Changes.Select(change => scrub.Words(change.Field))]);
        WriteList(json, "resources", [.. record.Resources.Select(scrub.Words)]);
        json.WriteNumber("patients"u8, record.Patients.Count);
        WriteList(json, "patient_ids", [.. record.Patients.Where(patient => patient.EpdId.Length > 0).Select(patient => scrub.Words(patient.EpdId))]);
        WriteList(json, "patient_hashes", [.. record.Patients.Select(patient => patient.Bsn).OfType<string>().Select(key.Hash).Distinct(StringComparer.Ordinal)]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteOf(Utf8JsonWriter json, string name, params (string Name, string? Value)[] fields)
    {
        if (fields.All(field => field.Value is null))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var field in fields)
        {
            Write(json, field.Name, field.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
