using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>Who took part: the person, in whose place, and for a look at the EPD the portal and the EPD.</summary>
internal static class AuditEventAgents
{
    private const string Destination = "110152";
    private const string Source = "110153";

    public static void Write(Utf8JsonWriter json, StoredAuditRecord stored, EventKind kind)
    {
        var record = stored.Record;
        json.WriteStartArray("agent");
        WriteUser(json, record);
        if (record.OnBehalfOf is { } giver)
        {
            WriteAgent(json, FhirCodes.Participation, "RESP", () => WriteUzi(json, giver, null));
        }
        if (kind != EventKind.Other)
        {
            // BALP turns them round on purpose: what is read flows from the server, a question flows to it.
            var (client, server) = kind == EventKind.Read ? (Destination, Source) : (Source, Destination);
            WriteAgent(json, FhirCodes.Dicom, client, () => json.WriteString("display", $"Zorgverlenersportaal, node {stored.Node}"));
            WriteAgent(json, FhirCodes.Dicom, server, () => json.WriteString("display", "EPD"));
        }
        json.WriteEndArray();
    }

    private static void WriteUser(Utf8JsonWriter json, AuditRecord record)
    {
        var actor = record.Actor;
        json.WriteStartObject();
        json.WriteConcept("type", FhirCodes.Participation, "IRCP");
        if (actor?.RoleCode is { Length: > 0 } role)
        {
            json.WriteStartArray("role");
            json.WriteConcept(null, FhirCodes.UziRole, role);
            json.WriteEndArray();
        }
        json.WriteStartObject("who");
        if (actor is null)
        {
            json.WriteString("display", "Zorgverlenersportaal");
        }
        else
        {
            WriteUzi(json, actor.UziNumber, actor.Name);
        }
        json.WriteEndObject();
        json.WriteFilled("altId", actor?.Agb);
        json.WriteFilled("name", actor?.Name);
        json.WriteBoolean("requestor", true);
        if (record.Decision is { } decision)
        {
            json.WriteStartArray("policy");
            json.WriteStringValue($"urn:zorgverlenersportaal:rule:{Uri.EscapeDataString(decision.Rule)}");
            json.WriteEndArray();
        }
        if (!string.IsNullOrWhiteSpace(actor?.Address))
        {
            json.WriteStartObject("network");
            json.WriteString("address", actor.Address);
            json.WriteString("type", "2");
            json.WriteEndObject();
        }
        if (record.Purpose is { } purpose)
        {
            json.WriteStartArray("purposeOfUse");
            json.WriteConcept(null, FhirCodes.Reason, purpose);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteAgent(Utf8JsonWriter json, string system, string code, Action writeWho)
    {
        json.WriteStartObject();
        json.WriteConcept("type", system, code);
        json.WriteStartObject("who");
        writeWho();
        json.WriteEndObject();
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();
    }

    /// <summary>A card that could not be read has neither number nor name.</summary>
    private static void WriteUzi(Utf8JsonWriter json, string? number, string? name)
    {
        if (!string.IsNullOrWhiteSpace(number))
        {
            json.WriteStartObject("identifier");
            json.WriteString("system", FhirCodes.UziNumber);
            json.WriteString("value", number);
            json.WriteEndObject();
        }
        json.WriteString("display", string.IsNullOrWhiteSpace(name) ? number is { Length: > 0 } ? number : "onbekend" : name);
    }
}
