using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Records;

/// <summary>Reads a stored payload back into the record it was written from.</summary>
internal static class PayloadReader
{
    /// <summary>The record; throws JsonException or FormatException when the bytes are no payload.</summary>
    public static AuditRecord Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        return new AuditRecord
        {
            Time = Time(root, "time"),
            Event = (AuditEventType)Required(root, "event").GetInt32(),
            Action = Action(Text(root, "action")),
            Outcome = Outcome(Required(root, "outcome").GetInt32()),
            RequestId = Text(root, "request"),
            Actor = root.TryGetProperty("actor", out var actor) ? Actor(actor) : null,
            OnBehalfOf = Optional(root, "onBehalfOf"),
            Patients = List(root, "patients", item => new AuditPatient(Text(item, "id"), Optional(item, "bsn"))),
            Decision = root.TryGetProperty("decision", out var decision) ? Decision(decision) : null,
            Purpose = Optional(root, "purpose"),
            Resources = List(root, "resources", item => item.GetString() ?? throw new FormatException("Null.")),
            Category = Optional(root, "category"),
            Changes = List(root, "changes", item => new AuditChange(Text(item, "field"), Optional(item, "before"), Optional(item, "after"))),
            Detail = Optional(root, "detail"),
            Incident = Optional(root, "incident"),
        };
    }

    private static AuditAction Action(string letter) => letter switch
    {
        "C" => AuditAction.Create,
        "R" => AuditAction.Read,
        "U" => AuditAction.Update,
        "D" => AuditAction.Delete,
        "E" => AuditAction.Execute,
        _ => throw new FormatException($"'{letter}' is no action of an audit record."),
    };

    private static AuditOutcome Outcome(int number) =>
        Enum.IsDefined((AuditOutcome)number) ? (AuditOutcome)number : throw new FormatException($"{number} is no outcome of an audit record.");

    private static AuditActor Actor(JsonElement json) => new()
    {
        UziNumber = Optional(json, "uzi"),
        Name = Optional(json, "name"),
        RoleCode = Optional(json, "role"),
        Agb = Optional(json, "agb"),
        Ura = Optional(json, "ura"),
        CardSerial = Optional(json, "cardSerial"),
        CardIssuer = Optional(json, "cardIssuer"),
        SessionId = Optional(json, "session"),
        Address = Optional(json, "address"),
    };

    private static AuditDecision Decision(JsonElement json) => new(
        Text(json, "verdict"),
        Text(json, "rule"),
        Text(json, "reason"),
        List(json, "facts", fact =>
            new AuditFact(Text(fact, "name"), Text(fact, "value"), Text(fact, "source"), Time(fact, "time"))));

    private static DateTimeOffset Time(JsonElement json, string name) => StoredText.ToTime(Text(json, name));

    private static IReadOnlyList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var array) ? [.. array.EnumerateArray().Select(read)] : [];

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Text(JsonElement json, string name) =>
        Required(json, name).GetString() ?? throw new FormatException($"'{name}' is null in an audit record.");

    private static JsonElement Required(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value
        : throw new FormatException($"'{name}' is missing in an audit record.");
}
