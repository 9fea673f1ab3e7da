using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Hospital;
using ZorgverlenersPortaal.EpdSandbox.Search;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>
/// What really holds in the store now, worked out apart from any search, for tests to compare a reader with.
/// </summary>
internal sealed class GroundTruth(ResourceStore store, HospitalCalendar calendar)
{
    /// <summary>
    /// The patients whose general practitioner has this AGB code (8 digits), all of them where it is null.
    /// </summary>
    public IReadOnlyList<PatientTruth> Patients(string? gp)
    {
        var encounters = ByPatient("Encounter");
        var letters = ByPatient("DocumentReference");
        var consents = ByPatient("Consent");
        return
        [
            .. store
                .All("Patient")
                .Select(Json)
                .Select(patient => (Patient: patient, Agbs: Agbs(patient)))
                .Where(row => gp is null || row.Agbs.Contains(gp, StringComparer.Ordinal))
                .Select(row => Truth(row.Patient, row.Agbs, encounters, letters, consents)),
        ];
    }

    private PatientTruth Truth(
        JsonObject patient,
        IReadOnlyList<string> agbs,
        ILookup<string, JsonObject> encounters,
        ILookup<string, JsonObject> letters,
        ILookup<string, JsonObject> consents)
    {
        var id = Text(patient["id"]);
        var stays = encounters[id]
            .Where(encounter => Text(encounter["class"]?["code"]) is "IMP" && encounter["partOf"] is null)
            .Select(stay => StayTruth.Of(stay, calendar.Now))
            .ToList();
        var admitted = stays.Find(stay => stay.State is "admitted");
        var last =
            admitted
            ?? stays
                .Where(stay => stay.State is "discharged")
                .OrderByDescending(stay => stay.End, StringComparer.Ordinal)
                .FirstOrDefault()
            ?? stays.FirstOrDefault();
        return new PatientTruth(
            id,
            Text(patient["name"]?[0]?["text"]),
            Text(
                (patient["identifier"] as JsonArray)
                    ?.FirstOrDefault(identifier => Text(identifier?["system"]) is CodeSystems.Bsn)
                    ?["value"]),
            Text(patient["birthDate"]),
            last?.State ?? "none")
        {
            Gps = agbs,
            Encounter = last,
            Letters =
            [
                .. letters[id]
                    .Select(letter => new LetterTruth(
                        Text(letter["id"]),
                        Text(letter["type"]?["text"]),
                        Text(letter["status"]),
                        Text(letter["docStatus"]),
                        Text(letter["content"]?[0]?["attachment"]?["url"]),
                        Text(letter["securityLabel"]?[0]?["coding"]?[0]?["code"]))),
            ],
            Directives = [.. consents[id].Select(consent => Text(consent["id"]))],
        };
    }

    private List<string> Agbs(JsonObject patient) =>
        [
            .. (patient["generalPractitioner"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .SelectMany(AgbsOf)
                .Distinct(StringComparer.Ordinal),
        ];

    private IEnumerable<string> AgbsOf(JsonObject holder)
    {
        var identifiers =
            holder["identifier"] is JsonArray many ? many.OfType<JsonObject>()
            : holder["identifier"] is JsonObject one ? [one]
            : [];
        var own = identifiers
            .Where(identifier => Text(identifier["system"]) is CodeSystems.Agb or CodeSystems.AgbOid)
            .Select(identifier => Text(identifier["value"]).PadLeft(8, '0'));
        if (
            !ReferenceText.TryRead(Text(holder["reference"]), out var type, out var id)
            || store.Find(type, id) is not { } target)
        {
            return own;
        }

        var json = Json(target);
        return own.Concat(AgbsOf(json["practitioner"] as JsonObject ?? json));
    }

    private ILookup<string, JsonObject> ByPatient(string type) =>
        store
            .All(type)
            .SelectMany(resource =>
                resource.PatientIds.Distinct(StringComparer.Ordinal).Select(id => (id, Json(resource))))
            .ToLookup(pair => pair.id, pair => pair.Item2, StringComparer.Ordinal);

    private static JsonObject Json(StoredResource resource) => JsonNode.Parse(resource.Json.Span)!.AsObject();

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
