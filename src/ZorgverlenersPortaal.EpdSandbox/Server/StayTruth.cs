using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// One stay judged by the rules of fhir.md §1.4; <paramref name="End"/> is empty while it lasts or when nobody wrote
/// it.
/// </summary>
internal sealed record StayTruth(string Id, string Status, string State, string Start, string End)
{
    public static StayTruth Of(JsonObject encounter, DateTimeOffset now)
    {
        var (status, start, end) = (
            Text(encounter["status"]),
            Text(encounter["period"]?["start"]),
            Text(encounter["period"]?["end"]));
        var over = FhirDate.TryParse(end, out var until) && until.Low <= now.UtcTicks;
        var begun = !FhirDate.TryParse(start, out var from) || from.Low <= now.UtcTicks;
        var state = status switch
        {
            "planned" => "planned",
            "in-progress" or "onleave" or "arrived" or "triaged" => over ? "discharged"
            : begun ? "admitted"
            : "planned",
            "unknown" => over ? "discharged" : "admitted",
            "finished" => "discharged",
            _ => "none",
        };
        return new StayTruth(Text(encounter["id"]), status, state, start, end);
    }

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
