using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Benchmarks.Load;

/// <summary>The FHIR of one made-up patient for a load, about 60 resources.</summary>
internal static class LoadPatient
{
    private const int Conditions = 8;
    private const int Results = 30;
    private const int Letters = 6;

    public static IEnumerable<JsonObject> Resources(int number, string agb, DateTimeOffset now, bool isDischarged)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"load-{number}");
        var patient = Of("Patient", id, new
        {
            identifier = new[] { new { system = "http://fhir.nl/fhir/NamingSystem/bsn", value = Bsn(number) } },
            name = new[] { new { use = "official", text = $"T. van Belasting {number}", family = $"van Belasting {number}" } },
            gender = "female",
            birthDate = "1950-01-01",
            generalPractitioner = new[] { new { type = "Practitioner", identifier = new { system = "http://fhir.nl/fhir/NamingSystem/agb-z", value = agb } } },
        });
        var begin = now.AddDays(-4);
        var stay = Of("Encounter", id + "-stay", new
        {
            status = isDischarged ? "finished" : "in-progress",
            @class = new { system = "http://terminology.hl7.org/CodeSystem/v3-ActCode", code = "IMP" },
            subject = Subject(id),
            period = isDischarged ? (object)new { start = Time(begin), end = Time(now.AddDays(-1)) } : new { start = Time(begin) },
        });
        return
        [
            patient, stay,
            .. Enumerable.Range(0, Conditions).Select(i => Of("Condition", $"{id}-c{i}", new
            {
                clinicalStatus = Code("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
                code = new { text = $"Aandoening {i}" },
                subject = Subject(id),
                recordedDate = Time(begin),
            })),
            .. Enumerable.Range(0, Results).Select(i => Of("Observation", $"{id}-o{i}", new
            {
                status = "final",
                category = new[] { Code("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory") },
                code = new { text = $"Bepaling {i % 10}" },
                subject = Subject(id),
                effectiveDateTime = Time(begin.AddHours(i)),
                valueQuantity = new { value = 4 + (i % 7), unit = "mmol/l" },
            })),
            .. Enumerable.Range(0, Letters).Select(i => Of("DocumentReference", $"{id}-d{i}", new
            {
                status = "current",
                docStatus = "final",
                type = new { coding = new[] { new { system = "http://loinc.org", code = "11490-0" } }, text = "Ontslagbrief" },
                subject = Subject(id),
                date = Time(begin.AddHours(i)),
                description = $"Ontslagbrief {i}",
                content = new[] { new { attachment = new { contentType = "application/pdf", url = "Binary/load-letter", title = $"Ontslagbrief {i}" } } },
            })),
        ];
    }

    /// <summary>A number that passes the eleven test, of the series for tests that begins with 9999.</summary>
    private static string Bsn(int number)
    {
        // Every eleventh of what passes is left out by the modulus 10: the next number is tried until one fits.
        for (var left = number; ; left++)
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"9999{left % 10_000:0000}");
            var sum = digits.Select((digit, at) => (digit - '0') * (9 - at)).Sum() % 11;
            if (sum < 10)
            {
                return digits + sum.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static JsonObject Of(string type, string id, object rest)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(rest)!.AsObject();
        json["resourceType"] = type;
        json["id"] = id;
        return json;
    }

    private static object Subject(string id) => new { reference = "Patient/" + id };

    private static object Code(string system, string code) => new { coding = new[] { new { system, code } } };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
