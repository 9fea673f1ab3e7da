using System.IO.Compression;
using System.Text.Json;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Published examples (../shared/fhir-data): all are read, and as the base library's own parser sees them.</summary>
public class SharedDataTests
{
    [SharedDataFact("fhir-data/dev")]
    public void Read_DutchAndHl7Examples_AreRead() => AssertAllAreRead("dev", atLeast: 50);

    [SharedDataFact("fhir-data/synthea")]
    public void Read_SyntheaPatients_AreRead() => AssertAllAreRead("synthea", atLeast: 10);

    [SharedDataFact("fhir-data/dev/not-valid-r4")]
    public void Read_ExamplesThatAreNotValidR4_AreRead() => AssertAllAreRead("dev/not-valid-r4", atLeast: 5);

    [SharedDataFact("fhir-data/dev/patients")]
    public void Read_NictizAllergyEnteredInError_IsAnError()
    {
        var bundle = Assert.IsType<Bundle>(FhirJson.Read(Load(SharedData.FhirFiles("dev/patients").Single(file => file.EndsWith("nl-core-Patient-01.transaction.json", StringComparison.Ordinal)))));
        var resources = bundle.Entries.Select(entry => entry.Resource).ToList();

        Assert.Contains(resources.OfType<AllergyIntolerance>(), allergy => allergy.IsEnteredInError && allergy.ClinicalStatus is null);
        var directive = Assert.Single(resources.OfType<Consent>(), consent => consent.Id is "nl-core-TreatmentDirective2-01");
        Assert.Equal(("inactive", "permit", "hersteld en ontslagen"), (directive.Status, directive.Provision?.Type, directive.Provision?.ReasonForEnding));
    }

    private static void AssertAllAreRead(string folder, int atLeast)
    {
        var files = SharedData.FhirFiles(folder).ToList();
        Assert.InRange(files.Count, atLeast, int.MaxValue);
        foreach (var file in files)
        {
            var json = Load(file);
            var resource = FhirJson.Read(json);
            using var document = JsonDocument.Parse(json);
            AssertSame(document.RootElement, resource, Path.GetFileName(file));
            Assert.True(
                FhirText.Dump(resource).Equals(FhirText.Dump(FhirJson.Read(FhirText.Reversed(json))), StringComparison.Ordinal),
                $"{Path.GetFileName(file)} reads otherwise with its properties reversed.");
        }
    }

    private static void AssertSame(JsonElement json, Resource resource, string file)
    {
        Assert.Equal(Text(json, "resourceType"), resource.ResourceType);
        Assert.Equal(Text(json, "id"), resource.Id);
        Assert.Equal(json.TryGetProperty("contained", out var contained) ? contained.GetArrayLength() : 0, resource.Contained.Count);
        // Two that medication reads, of MP9.
        var hasModifier = (json.TryGetProperty("modifierExtension", out var modifiers) && modifiers.EnumerateArray().Any(m => Text(m, "url") is not (ExtensionUrls.StopType or ExtensionUrls.Cycle)))
            || json.TryGetProperty("implicitRules", out _);
        Assert.True(hasModifier == (resource.NotUnderstood is not null), $"{file}, {resource.Reference}: {resource.NotUnderstood ?? "understood"}");
        if (resource is not Bundle bundle)
        {
            return;
        }
        var entries = json.TryGetProperty("entry", out var entry) ? entry.EnumerateArray().ToList() : [];
        Assert.Equal(entries.Count, bundle.Entries.Count);
        foreach (var (expected, actual) in entries.Zip(bundle.Entries))
        {
            Assert.Equal(Text(expected, "fullUrl"), actual.FullUrl);
            Assert.Equal(expected.TryGetProperty("resource", out var inner), actual.Resource is not null);
            if (actual.Resource is not null)
            {
                AssertSame(inner, actual.Resource, file);
            }
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Load(string file)
    {
        using var stream = File.OpenRead(file);
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
