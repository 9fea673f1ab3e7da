using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>Every published example (../shared/fhir-data) as if it were this patient's: items may degrade, no section fails.</summary>
public sealed class SharedDataSectionsTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [SharedDataFact("fhir-data/dev")]
    public async Task R7_EveryPublishedExample_BreaksNoSection()
    {
        var all = SharedData.FhirFiles("dev").Select(file => JsonNode.Parse(File.ReadAllBytes(file))!.AsObject()).SelectMany(Resources).Select(OfPatient).ToList();
        foreach (var type in all.GroupBy(resource => (string)resource["resourceType"]!, StringComparer.Ordinal).Where(type => type.Key is not ("Patient" or "Practitioner" or "PractitionerRole" or "Bundle" or "OperationOutcome")))
        {
            _dossier.Epd.On(type.Key, ScriptedAnswer.Bundle([.. type]));
        }
        var reading = _dossier.Reader.Start(await _dossier.GrantAsync(), default);

        Assert.NotEmpty((await reading.Admission.ShowAsync()).Content!);
        Assert.NotEmpty((await reading.Directives.ShowAsync()).Content!);
        Assert.NotEmpty((await reading.Diagnoses.ShowAsync()).Content!);
        Assert.NotEmpty((await reading.Allergies.ShowAsync()).Content!);
        Assert.NotEmpty((await reading.Letters.ShowAsync()).Content!.Letters);
    }

    private static IEnumerable<JsonObject> Resources(JsonObject resource) => (string)resource["resourceType"]! is "Bundle"
        ? resource["entry"]?.AsArray().Select(entry => entry!["resource"]).OfType<JsonObject>().SelectMany(Resources) ?? []
        : [resource];

    private static JsonObject OfPatient(JsonObject resource, int index)
    {
        var copy = resource.DeepClone().AsObject();
        copy["id"] = $"x{index}";
        var element = (string)copy["resourceType"]! is "AllergyIntolerance" or "Consent" ? "patient" : "subject";
        copy[element] = Some.Ref("Patient/p1");
        return copy;
    }
}
