using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Hospital;
using ZorgverlenersPortaal.EpdSandbox.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Storage;

public sealed class FolderLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epd-sandbox-");
    private readonly ResourceStore _store = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_FilesOfEveryForm_AreServed()
    {
        Write("een.json", """{"resourceType": "Patient", "id": "een", "multipleBirthInteger": 2}""");
        Write(
            "regels.ndjson",
            "{\"resourceType\": \"Flag\", \"id\": \"a\"}\n\n{\"resourceType\": \"Flag\", \"id\": \"b\"}\n");
        Write(
            "diep/bundel.json",
            """{"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Goal", "id": "g"}}]}"""
        );
        var report = Load();
        Assert.Equal((3, 4, 0), (report.Files, report.Resources, report.Skipped.Count));
        Assert.Equal(["Flag", "Goal", "Patient"], _store.Types);
    }

    [Fact]
    public void Load_TransactionWithUrns_PointsReferencesAtTheNewIds()
    {
        Write(
            "nieuw.json",
            """
            {"resourceType": "Bundle", "type": "transaction", "entry": [
              {"fullUrl": "urn:uuid:0f1e", "resource": {"resourceType": "Patient"}},
              {"fullUrl": "https://epd.example.nl/fhir/Flag/v", "resource": {"resourceType": "Flag", "id": "v", "subject": {"reference": "urn:uuid:0f1e"}}}]}
            """
        );
        Load();
        Assert.Equal(
            "Patient/0f1e",
            JsonNode.Parse(_store.Find("Flag", "v")!.Json.Span)!["subject"]!["reference"]!.GetValue<string>());
        Assert.Single(_store.ByCode("Flag", "patient", ["0f1e"]));
    }

    [Fact]
    public void Load_FilesThatAreNoResource_AreSkippedByName()
    {
        Write("goed.json", """{"resourceType": "Patient", "id": "goed"}""");
        Write("kapot.json", "{");
        Write("lijst.json", "[]");
        Write("zonder.json", """{"id": "x"}""");
        Write("naamloos.json", """{"resourceType": "Patient"}""");
        Write("raar.json", """{"resourceType": "Patient", "id": "een twee"}""");
        var report = Load();
        Assert.Equal(1, report.Resources);
        Assert.Equal(
            ["kapot.json", "lijst.json", "naamloos.json", "raar.json", "zonder.json"],
            report.Skipped.Select(file => file.File),
            StringComparer.Ordinal);
        Assert.All(report.Skipped, file => Assert.NotEmpty(file.Reason));
    }

    [Fact]
    public void Load_Decimals_KeepTheirDigits()
    {
        Write("waarde.json", """{"resourceType": "Observation", "id": "o", "valueQuantity": {"value": 7.00}}""");
        Load();
        Assert.Contains(
            "\"value\":7.00}",
            System.Text.Encoding.UTF8.GetString(_store.Find("Observation", "o")!.Json.Span),
            StringComparison.Ordinal);
    }

    [SharedDataFact("fhir-data/dev")]
    public async Task Load_PublishedExamples_AreAllServed()
    {
        var sandbox = new RunningSandbox
        {
            Arguments = ["--no-synthetic", "--data", Path.Combine(SharedData.Root!, "fhir-data", "dev")],
        };
        await sandbox.InitializeAsync();
        var statement = await sandbox.GetAsync("metadata");
        Assert.Contains(
            "Composition",
            statement["rest"]![0]!["resource"]!.AsArray().Select(resource => resource!["type"]!.GetValue<string>()),
            StringComparer.Ordinal);
        Assert.Equal(
            "111222333",
            (await sandbox.GetAsync("Patient/nl-core-Patient-01"))["identifier"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(3, (await sandbox.GetAsync("Consent?patient=nl-core-Patient-01"))["total"]!.GetValue<int>());
        Assert.NotEmpty(
            RunningSandbox.Resources(
                await sandbox.GetAsync("DiagnosticReport?category=108257001&_include=DiagnosticReport:result"),
                "include"));
        await sandbox.DisposeAsync();
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private LoadReport Load() =>
        FolderLoader.Load(_folder.FullName, _store, new HospitalCalendar(new HeldClock(RunningSandbox.Start)));
}
