using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>Code systems of an AuditEvent, and how a code of one is written.</summary>
internal static class FhirCodes
{
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    public const string EventType = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    public const string Interaction = "http://hl7.org/fhir/restful-interaction";
    public const string SourceType = "http://terminology.hl7.org/CodeSystem/security-source-type";
    public const string EntityType = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    public const string ObjectRole = "http://terminology.hl7.org/CodeSystem/object-role";
    public const string Participation = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    public const string Reason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public const string BalpEntity = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    public const string UziNumber = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";
    public const string UziRole = "http://fhir.nl/fhir/NamingSystem/uzi-rolcode";

    /// <summary>A Coding, as a property or, without a name, as an item of an array.</summary>
    public static void WriteCoding(this Utf8JsonWriter json, string? name, string system, string code)
    {
        Start(json, name);
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
    }

    /// <summary>A CodeableConcept with one code.</summary>
    public static void WriteConcept(this Utf8JsonWriter json, string? name, string system, string code)
    {
        Start(json, name);
        json.WriteStartArray("coding");
        json.WriteCoding(null, system, code);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Nothing for nothing: FHIR knows no null and no empty text.</summary>
    public static void WriteFilled(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void Start(Utf8JsonWriter json, string? name)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }
    }
}
