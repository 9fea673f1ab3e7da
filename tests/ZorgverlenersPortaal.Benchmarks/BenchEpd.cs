using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// An EPD of one patient in hospital that costs next to nothing: fixed answers from the harness's own Bundles, each after the
/// delay that the harness gives its kind, and letters of 50 kB, 1 MB and 20 MB. What is measured is the portal before it.
/// </summary>
internal static class BenchEpd
{
    private const string Patient = """
        {"resourceType":"Patient","id":"p-1","meta":{"versionId":"1"},"name":[{"use":"official","text":"T. van der Voorbeeld","family":"van der Voorbeeld"}],"gender":"female","birthDate":"1950-01-01",
        "generalPractitioner":[{"type":"Practitioner","identifier":{"system":"http://fhir.nl/fhir/NamingSystem/agb-z","value":"01056789"} }] }
        """;

    private const string Encounter = """
        {"resourceType":"Encounter","id":"e-1","meta":{"versionId":"1"},"status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},
        "subject":{"reference":"Patient/p-1"},"period":{"start":"2026-01-01"} }
        """;

    private const int Rows = 192;

    private static readonly string _narrative =
        $"""<div xmlns="http://www.w3.org/1999/xhtml">{string.Concat(Enumerable.Repeat("<p>Brief van de polikliniek interne geneeskunde aan de huisarts.</p>", 5))}</div>""";

    /// <summary>Milliseconds, as in the harness's own stub; the slowest search is the measure.</summary>
    private static readonly Dictionary<string, int> _delays = new(StringComparer.Ordinal)
    {
        ["Patient"] = 15,
        ["AllergyIntolerance"] = 20,
        ["Condition"] = 30,
        ["Encounter"] = 40,
        ["DocumentReference"] = 80,
    };

    /// <summary>Serves until stopped. <paramref name="data"/>: the harness's data folder; <paramref name="hasDelays"/>: false answers at once.</summary>
    public static async Task RunAsync(int port, string data, bool hasDelays)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        await using var app = builder.Build();
        var searches = Searches(data);
        app.MapGet("/fhir/Patient/p-1", () => Results.Bytes(Encoding.UTF8.GetBytes(Patient), "application/fhir+json"));
        app.MapGet("/fhir/DocumentReference/{id}", (string id) => Results.Text(Letter(id).ToJsonString(), "application/fhir+json"));
        app.MapGet("/fhir/Binary/{name}", (string name) => Results.File(Path.GetFullPath(Path.Combine(data, "letters", Path.GetFileName(name) + ".pdf")), "application/pdf"));
        app.MapMethods("/fhir/{type}/{search?}", ["GET", "POST"], async (string type) =>
        {
            if (hasDelays && _delays.TryGetValue(type, out var delay))
            {
                await Task.Delay(delay);
            }
            return Results.Bytes(searches.GetValueOrDefault(type) ?? Bundle([]), "application/fhir+json");
        });
        await app.StartAsync();
        Console.WriteLine("READY " + string.Create(CultureInfo.InvariantCulture, $"{searches.Sum(s => s.Value.Length)} bytes in {searches.Count} searches"));
        await app.WaitForShutdownAsync();
    }

    /// <summary>
    /// The harness's diagnoses and allergies, and its letters over and over: together the 192 rows and 285 kB of its own page. The
    /// letters can be opened, and carry a narrative, as an EPD's do.
    /// </summary>
    private static Dictionary<string, byte[]> Searches(string data)
    {
        JsonObject[] Of(string type) => [.. Entries(data, type)];
        JsonObject[] letters = [Letter("50k"), Letter("1m"), Letter("20m")];
        var (conditions, allergies) = (Of("Condition"), Of("AllergyIntolerance"));
        var copies = Rows - conditions.Length - allergies.Length - letters.Length;
        var more = Enumerable.Range(0, copies).SelectMany(_ => Of("DocumentReference")).Take(copies).Select((letter, number) =>
        {
            letter["id"] = string.Create(CultureInfo.InvariantCulture, $"{(string)letter["id"]!}-{number}");
            letter["content"]![0]!["attachment"]!["url"] = $"Binary/{(string)letter["id"]!}";
            letter["text"] = new JsonObject { ["status"] = "generated", ["div"] = _narrative };
            return letter;
        });
        return new(StringComparer.Ordinal)
        {
            ["Patient"] = Bundle([Parse(Patient)]),
            ["Encounter"] = Bundle([Parse(Encounter)]),
            ["Condition"] = Bundle(conditions),
            ["AllergyIntolerance"] = Bundle(allergies),
            ["DocumentReference"] = Bundle([.. letters, .. more]),
        };
    }

    private static IEnumerable<JsonObject> Entries(string data, string type)
    {
        foreach (var entry in Parse(File.ReadAllText(Path.Combine(data, "fhir", type + ".json")))["entry"]!.AsArray())
        {
            var resource = entry!["resource"]!.DeepClone().AsObject();
            resource[type == "AllergyIntolerance" ? "patient" : "subject"] = new JsonObject { ["reference"] = "Patient/p-1" };
            yield return resource;
        }
    }

    private static JsonObject Letter(string id) => Parse($$$"""
        {"resourceType":"DocumentReference","id":"{{{id}}}","meta":{"versionId":"1"},"status":"current","type":{"text":"Ontslagbrief {{{id}}}"},"subject":{"reference":"Patient/p-1"},"date":"2026-10-01T10:00:00+02:00",
        "content":[{"attachment":{"contentType":"application/pdf","url":"Binary/{{{id}}}","title":"Brief {{{id}}}"} }] }
        """);

    private static byte[] Bundle(IEnumerable<JsonObject> resources) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(r => new JsonObject { ["resource"] = r, ["search"] = new JsonObject { ["mode"] = "match" } })]),
    }.ToJsonString());

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
