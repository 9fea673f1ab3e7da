using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>
/// What a FHIR R4 AuditEvent tells, as IHE BALP writes it: the client among its agents, the patients among its entities, and the X-Request-Id in the
/// entity of type <c>XrequestId</c>. One line for each patient, or one about nobody.
/// </summary>
internal sealed class AuditEventReader(string where, int number, string client)
{
    private const string BsnSystem = "http://fhir.nl/fhir/NamingSystem/bsn";
    private const string BsnOid = "urn:oid:2.16.840.1.113883.2.4.6.3";

    public IEnumerable<EpdLogLine> Read(JsonElement resource)
    {
        switch (Text(resource, "resourceType"))
        {
            // What a search may add about itself.
            case "OperationOutcome":
                return [];
            case not "AuditEvent":
                throw new EpdLogException($"{where}: no AuditEvent; give AuditEvents only.");
        }
        if (!Items(resource, "agent").Any(IsClient))
        {
            return [new() { Number = number, IsPortals = false }];
        }
        var time = EpdLogText.Time(Text(resource, "recorded"), $"{where}, AuditEvent.recorded");
        var entities = Items(resource, "entity");
        var line = new EpdLogLine { Number = number, IsPortals = true, Time = time, RequestId = RequestId(entities) };
        var patients = entities.Select(Patient).OfType<(string? Id, string? Bsn)>().Distinct().ToList();
        return patients.Count == 0 ? [line] : patients.Select(patient => line with { PatientId = patient.Id, Bsn = patient.Bsn });
    }

    private bool IsClient(JsonElement agent) =>
        Text(agent, "altId") == client
        || (Child(agent, "who") is var who && (Text(who, "reference") == client || Text(Child(who, "identifier"), "value") == client));

    private string? RequestId(List<JsonElement> entities)
    {
        var found = entities.Where(entity => Code(entity, "type") == "XrequestId")
            .Select(entity => Text(Child(Child(entity, "what"), "identifier"), "value"))
            .Distinct(StringComparer.Ordinal).ToList();
        var element = $"{where}, AuditEvent.entity of type XrequestId";
        return found.Count <= 1
            ? EpdLogText.RequestId(found.FirstOrDefault(), element)
            : throw new EpdLogException($"{element}: more than one; give the one that the portal sent as X-Request-Id.");
    }

    /// <summary>The patient an entity is; null for another entity. A patient who cannot be told is a fault: a look must not pass as one at nobody.</summary>
    private (string? Id, string? Bsn)? Patient(JsonElement entity)
    {
        var what = Child(entity, "what");
        if (EpdLogText.PatientOf(Text(what, "reference")) is { } id)
        {
            return (id, null);
        }
        var element = $"{where}, AuditEvent.entity.what";
        var identifier = Child(what, "identifier");
        if (Text(identifier, "system") is BsnSystem or BsnOid)
        {
            return (null, EpdLogText.Bsn(Text(identifier, "value"), element) ?? throw Unknown(element));
        }
        return Code(entity, "role") == "1" || Text(what, "type") == "Patient" ? throw Unknown(element) : null;
    }

    private static EpdLogException Unknown(string element) => new($"{element}: a patient who cannot be told; refer to Patient/id, or give the BSN as identifier with its system.");

    private List<JsonElement> Items(JsonElement resource, string name) => !resource.TryGetProperty(name, out var items) ? []
        : items.ValueKind == JsonValueKind.Array && items.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) ? [.. items.EnumerateArray()]
        : throw new EpdLogException($"{where}, AuditEvent.{name}: no array of objects.");

    private string? Code(JsonElement element, string name) => Text(Child(element, name), "code");

    private static JsonElement Child(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    private string? Text(JsonElement element, string name)
    {
        try
        {
            return Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException fault)
        {
            throw new EpdLogException($"{where}, {name}: this is no UTF-8; save the file as UTF-8.", fault);
        }
    }
}
