using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>What it was about: the patient with the decision, the question, the request with its place in the chain, and what was shown.</summary>
internal static class AuditEventEntities
{
    public static void Write(Utf8JsonWriter json, StoredAuditRecord stored, AuditPatient? patient, EventKind kind)
    {
        var record = stored.Record;
        json.WriteStartArray("entity");
        if (patient is not null)
        {
            WriteEntity(json, $"Patient/{patient.EpdId}", "1", "1", Decision(record));
        }
        if (kind == EventKind.Query)
        {
            WriteQuery(json, record, patient!);
        }
        WriteRequest(json, stored);
        foreach (var resource in record.Resources.Where(resource => IsOf(resource, record, patient)))
        {
            WriteEntity(json, Versioned(resource), "2", "4", []);
        }
        json.WriteEndArray();
    }

    private static IEnumerable<(string Name, string? Value)> Decision(AuditRecord record) =>
    [
        ("verdict", record.Decision?.Verdict), ("rule", record.Decision?.Rule), ("reason", record.Decision?.ReasonCode),
        .. (record.Decision?.Facts ?? []).Select(fact => ($"fact {fact.Name}", (string?)$"{fact.Value} ({fact.Source})")),
    ];

    private static void WriteEntity(Utf8JsonWriter json, string reference, string type, string role, IEnumerable<(string Name, string? Value)> details)
    {
        json.WriteStartObject();
        json.WriteStartObject("what");
        json.WriteString("reference", reference);
        json.WriteEndObject();
        json.WriteCoding("type", FhirCodes.EntityType, type);
        json.WriteCoding("role", FhirCodes.ObjectRole, role);
        WriteDetails(json, details);
        json.WriteEndObject();
    }

    /// <summary>The trail holds no words that were searched for (R5): the question is told as far as it is known, the part and the patient.</summary>
    private static void WriteQuery(Utf8JsonWriter json, AuditRecord record, AuditPatient patient)
    {
        json.WriteStartObject();
        json.WriteCoding("type", FhirCodes.EntityType, "2");
        json.WriteCoding("role", FhirCodes.ObjectRole, "24");
        json.WriteBase64String("query", Encoding.UTF8.GetBytes($"{record.Event}?patient={patient.EpdId}{(record.Category is { } category ? $"&category={category}" : "")}"));
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, StoredAuditRecord stored)
    {
        json.WriteStartObject();
        json.WriteStartObject("what");
        json.WriteStartObject("identifier");
        json.WriteString("value", stored.Record.RequestId.Length > 0 ? stored.Record.RequestId : "none");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteCoding("type", FhirCodes.BalpEntity, "XrequestId");
        WriteDetails(json,
        [
            ("event", stored.Record.Event.ToString()), ("node", stored.Node), ("sequence", stored.Sequence.ToString(CultureInfo.InvariantCulture)), ("hash", stored.Hash),
            ("incident", stored.Record.Incident), .. stored.Record.Changes.Select(change => ($"change {change.Field}", (string?)$"{change.Before} > {change.After}")),
        ]);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, IEnumerable<(string Name, string? Value)> details)
    {
        var filled = details.Where(detail => !string.IsNullOrWhiteSpace(detail.Value)).ToList();
        if (filled.Count == 0)
        {
            return;
        }
        json.WriteStartArray("detail");
        foreach (var (name, value) in filled)
        {
            json.WriteStartObject();
            json.WriteString("type", name);
            json.WriteString("valueString", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Of a record about several patients only the Patient itself is known to be this one's.</summary>
    private static bool IsOf(string resource, AuditRecord record, AuditPatient? patient) =>
        record.Patients.Count < 2 || patient is null || resource == $"Patient/{patient.EpdId}" || resource.StartsWith($"Patient/{patient.EpdId}/", StringComparison.Ordinal);

    private static string Versioned(string resource) => resource.Split('/') is [var type, var id, var version] ? $"{type}/{id}/_history/{version}" : resource;
}
