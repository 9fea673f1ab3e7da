using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Medicines;

/// <summary>Medication as MP9 has it, of which a test names only what it is about. Now is 20 March 2026, noon.</summary>
internal static class SomeMedicine
{
    public const string Nictiz = "http://nictiz.nl/fhir/StructureDefinition/";

    public static readonly Uri Base = new("https://epd.example/fhir/");
    public static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(1));

    /// <summary>An agreement without a status, as MP9 sends it.</summary>
    public static JsonObject Agreement(
        string id = "ma1", string? start = "2026-01-05", string? end = null, string? treatment = null, string text = "1 maal per dag 1 stuk", string name = "Metoprolol 50 mg") =>
        new JsonObject
        {
            ["resourceType"] = "MedicationRequest",
            ["id"] = id,
            ["meta"] = new JsonObject { ["versionId"] = "1" },
            ["extension"] = Extensions(start, end, treatment),
            ["status"] = "unknown",
            ["intent"] = "order",
            ["category"] = new JsonArray(Some.Concept(Some.Snomed, "33633005")),
            ["medicationCodeableConcept"] = new JsonObject { ["text"] = name },
            ["subject"] = Some.Ref("Patient/p1"),
            ["authoredOn"] = start ?? "2026-01-05",
            ["requester"] = Some.Ref("PractitionerRole/r1").With(r => r["display"] = "Dr. Voorschrijver"),
            ["dosageInstruction"] = new JsonArray(new JsonObject { ["text"] = text }),
        };

    /// <summary>The agreement to stop it.</summary>
    public static JsonObject Stop(string id = "stop1", string? end = "2026-03-12", string? treatment = "t1", string recorded = "2026-03-12") =>
        Agreement(id, "2026-01-05", end, treatment).With(m =>
        {
            m["authoredOn"] = recorded;
            m["reasonCode"] = new JsonArray(new JsonObject { ["text"] = "Bijwerking" });
            m["modifierExtension"] = new JsonArray(new JsonObject
            {
                ["url"] = Nictiz + "ext-StopType",
                ["valueCodeableConcept"] = Some.Concept(Some.Snomed, "113371000146109", "definitief gestopt met medicatie"),
            });
        });

    public static JsonObject Dosed(JsonNode dosage) => Agreement().With(m => m["dosageInstruction"] = new JsonArray(dosage));

    public static JsonArray Extensions(string? start, string? end, string? treatment)
    {
        var all = new JsonArray();
        if (Some.Period(start, end) is { } period)
        {
            all.Add(new JsonObject { ["url"] = Nictiz + "ext-TimeInterval.Period", ["valuePeriod"] = period });
        }
        if (treatment is not null)
        {
            all.Add(new JsonObject { ["url"] = Nictiz + "ext-PharmaceuticalTreatment.Identifier", ["valueIdentifier"] = Some.Identifier("urn:oid:1.2.3", treatment) });
        }
        return all;
    }

    public static MedicineOverview Read(params JsonObject[] resources) => Read([.. resources.Select(r => r.As())]);

    public static MedicineOverview Read(IReadOnlyList<Resource> resources)
    {
        var reader = new MedicineReader(new(), new(resources.OfType<Medication>(), Base), Base, Now);
        return MedicineOverview.Of(reader.Read(resources.OfType<MedicationRecord>()), new DateOnly(2026, 3, 6), 200, Now);
    }

    /// <summary>The only one there is, wherever it stands.</summary>
    public static Medicine Only(params JsonObject[] resources) => Assert.Single(Read(resources).All);
}
