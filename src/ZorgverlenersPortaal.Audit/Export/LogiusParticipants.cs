using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>What a record was about, as NEN 7513's objects with the codes of DICOM PS3.15: every patient, and everything that was shown.</summary>
internal static class LogiusParticipants
{
    public static void Write(Utf8JsonWriter json, string name, AuditRecord record)
    {
        json.WriteStartArray(name);
        foreach (var patient in record.Patients)
        {
            // Person, patient, patient number. A search that found nobody was about somebody all the same.
            Write(json, record, ("1", "1", "2"), patient.EpdId.Length > 0 ? patient.EpdId : "niet gevonden", null);
        }
        foreach (var resource in record.Resources)
        {
            // System object, domain resource, URI.
            Write(json, record, ("2", "4", "12"), resource, record.Category);
        }
        if (record.Patients.Count == 0 && record.Resources.Count == 0)
        {
            // The norm asks one of every event: then it is the portal itself.
            Write(json, record, ("2", "3", "12"), $"urn:zorgverlenersportaal:event:{(int)record.Event}", null);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AuditRecord record, (string Type, string Role, string Id) codes, string id, string? section)
    {
        json.WriteStartObject();
        json.WriteString("participantObjectTypeCode", codes.Type);
        json.WriteString("participantObjectTypeCodeRole", codes.Role);
        json.WriteString("participantObjectDataLifeCycle", LifeCycle(record.Action));
        json.WriteString("participantObjectIDTypeCode", codes.Id);
        json.WriteFilled("participantObjectPermissionPolicySet", record.Decision?.Rule);
        json.WriteString("participantObjectID", id);
        json.WriteFilled("participantObjectDetail", section);
        json.WriteEndObject();
    }

    private static string LifeCycle(AuditAction action) => action switch
    {
        AuditAction.Create => "1",
        AuditAction.Update => "3",
        AuditAction.Delete => "14",
        AuditAction.Read or AuditAction.Execute => "6",
    };
}
