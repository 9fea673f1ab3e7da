using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>
/// Writes a record as the exact UTF-8 JSON bytes that are hashed and stored: fixed order, absent fields left out, times
/// in UTC with milliseconds. The order and the names are part of the format: old trails are read by them for years.
/// </summary>
internal static class PayloadWriter
{
    /// <summary>The largest payload in bytes: some ten thousand patients on one list.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The payload of a record; throws ArgumentException when it is larger than <see cref="MaxBytes"/>.</summary>
    public static byte[] Write(AuditRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, StoredText.Of(record.Time));
            json.WriteNumber("event"u8, (int)record.Event);
            json.WriteString("action"u8, Letter(record.Action));
            json.WriteNumber("outcome"u8, (int)record.Outcome);
            json.WriteString("request"u8, StoredText.Of(record.RequestId));
            WriteActor(json, record.Actor);
            WriteOptional(json, "onBehalfOf"u8, record.OnBehalfOf);
            WritePatients(json, record.Patients);
            WriteDecision(json, record.Decision);
            WriteOptional(json, "purpose"u8, record.Purpose);
            WriteResources(json, record.Resources);
            WriteOptional(json, "category"u8, record.Category);
            WriteChanges(json, record.Changes);
            WriteOptional(json, "detail"u8, record.Detail);
            WriteOptional(json, "incident"u8, record.Incident);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException(
                $"The audit record has {buffer.WrittenCount} bytes, {MaxBytes} may: split the list.", nameof(record));
    }

    private static string Letter(AuditAction action) => action switch
    {
        AuditAction.Create => "C",
        AuditAction.Read => "R",
        AuditAction.Update => "U",
        AuditAction.Delete => "D",
        AuditAction.Execute => "E",
    };

    private static void WriteActor(Utf8JsonWriter json, AuditActor? actor)
    {
        if (actor is null)
        {
            return;
        }

        json.WriteStartObject("actor"u8);
        WriteOptional(json, "uzi"u8, actor.UziNumber);
        WriteOptional(json, "name"u8, actor.Name);
        WriteOptional(json, "role"u8, actor.RoleCode);
        WriteOptional(json, "agb"u8, actor.Agb);
        WriteOptional(json, "ura"u8, actor.Ura);
        WriteOptional(json, "cardSerial"u8, actor.CardSerial);
        WriteOptional(json, "cardIssuer"u8, actor.CardIssuer);
        WriteOptional(json, "session"u8, actor.SessionId);
        WriteOptional(json, "address"u8, actor.Address);
        json.WriteEndObject();
    }

    private static void WritePatients(Utf8JsonWriter json, IReadOnlyList<AuditPatient> patients)
    {
        if (patients.Count == 0)
        {
            return;
        }

        json.WriteStartArray("patients"u8);
        foreach (var patient in patients)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, StoredText.Of(patient.EpdId));
            WriteOptional(json, "bsn"u8, patient.Bsn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDecision(Utf8JsonWriter json, AuditDecision? decision)
    {
        if (decision is null)
        {
            return;
        }

        json.WriteStartObject("decision"u8);
        json.WriteString("verdict"u8, StoredText.Of(decision.Verdict));
        json.WriteString("rule"u8, StoredText.Of(decision.Rule));
        json.WriteString("reason"u8, StoredText.Of(decision.ReasonCode));
        json.WriteStartArray("facts"u8);
        foreach (var fact in decision.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, StoredText.Of(fact.Name));
            json.WriteString("value"u8, StoredText.Of(fact.Value));
            json.WriteString("source"u8, StoredText.Of(fact.Source));
            json.WriteString("time"u8, StoredText.Of(fact.Time));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, IReadOnlyList<AuditChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, StoredText.Of(change.Field));
            WriteOptional(json, "before"u8, change.Before);
            WriteOptional(json, "after"u8, change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResources(Utf8JsonWriter json, IReadOnlyList<string> resources)
    {
        if (resources.Count == 0)
        {
            return;
        }

        json.WriteStartArray("resources"u8);
        foreach (var resource in resources)
        {
            json.WriteStringValue(StoredText.Of(resource));
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, StoredText.Of(value));
        }
    }
}
