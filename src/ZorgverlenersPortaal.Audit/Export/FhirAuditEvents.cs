using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>
/// Records as FHIR R4 AuditEvents in a Bundle; looks at a patient as IHE BALP 1.1 has them (PatientRead, PatientQuery). One for each
/// patient of a record. Of a patient it names the EPD's id, never the BSN (R6).
/// </summary>
public static class FhirAuditEvents
{
    private const string Profile = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    /// <summary>The Bundle, a collection in the order of the records.</summary>
    public static byte[] Bundle(IEnumerable<StoredAuditRecord> records, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "collection");
            json.WriteString("timestamp", made.UtcDateTime);
            if (records.Any())
            {
                json.WriteStartArray("entry");
                foreach (var (stored, patient, number) in records.SelectMany(Each))
                {
                    var id = Id(stored, number);
                    json.WriteStartObject();
                    json.WriteString("fullUrl", $"urn:uuid:{id}");
                    json.WritePropertyName("resource");
                    Write(json, stored, patient, id);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<(StoredAuditRecord Stored, AuditPatient? Patient, int Number)> Each(StoredAuditRecord stored)
    {
        var patients = stored.Record.Patients.Where(patient => patient.EpdId.Length > 0).ToList();
        return patients.Count == 0 ? [(stored, null, 0)] : patients.Select((patient, number) => (stored, (AuditPatient?)patient, number));
    }

    /// <summary>The same record gives the same id each time, so that a receiver knows it again.</summary>
    private static Guid Id(StoredAuditRecord stored, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{stored.Hash}/{number}"))).AsSpan(0, 16));

    private static void Write(Utf8JsonWriter json, StoredAuditRecord stored, AuditPatient? patient, Guid id)
    {
        var (record, coding) = (stored.Record, EventCoding.Of(stored.Record.Event));
        var kind = patient is null ? EventKind.Other : coding.Kind;
        json.WriteStartObject();
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", id);
        // A read without what was read (it was refused, or failed) is no PatientRead.
        if (kind == EventKind.Query || (kind == EventKind.Read && record.Resources.Count > 0))
        {
            json.WriteStartObject("meta");
            json.WriteStartArray("profile");
            json.WriteStringValue($"{Profile}Patient{kind}");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteCoding("type", coding.Type == "rest" ? FhirCodes.EventType : FhirCodes.Dicom, coding.Type);
        if (coding.Subtype is { } subtype)
        {
            json.WriteStartArray("subtype");
            json.WriteCoding(null, coding.Type == "rest" ? FhirCodes.Interaction : FhirCodes.Dicom, subtype);
            json.WriteEndArray();
        }
        json.WriteString("action", kind == EventKind.Query ? "E" : record.Action.ToString()[..1]);
        json.WriteString("recorded", record.Time.UtcDateTime);
        json.WriteString("outcome", ((int)record.Outcome).ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteFilled("outcomeDesc", record.Detail);
        AuditEventAgents.Write(json, stored, kind);
        WriteSource(json, stored);
        AuditEventEntities.Write(json, stored, patient, kind);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, StoredAuditRecord stored)
    {
        json.WriteStartObject("source");
        json.WriteString("site", "Zorgverlenersportaal");
        json.WriteStartObject("observer");
        json.WriteString("display", $"Zorgverlenersportaal, node {stored.Node}");
        json.WriteEndObject();
        json.WriteStartArray("type");
        json.WriteCoding(null, FhirCodes.SourceType, "4");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
