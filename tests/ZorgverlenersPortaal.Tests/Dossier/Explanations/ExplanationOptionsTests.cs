using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>The hospital's own files: read and checked at start, and the rules of this start are in the trail.</summary>
public sealed class ExplanationOptionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Faults_OfBothFiles_NameTheirKeys()
    {
        ExplanationOptions options = new() { RulesFile = Write("rules.json", "{}"), HomesFile = Write("homes.json", "{\"1\":\"x\"}") };
        var faults = options.Faults().ToList();
        Assert.Contains("Explanations:RulesFile: rules is missing; write it out", faults);
        Assert.Contains(faults, fault => fault.StartsWith("Explanations:HomesFile: 1: write nine digits", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_OfAFileThatIsNotThere_SayWhatToDo() =>
        Assert.Contains("name a file that the portal may read", Assert.Single(new ExplanationOptions { RulesFile = Path.Combine(_folder.FullName, "none.json") }.Faults()), StringComparison.Ordinal);

    [Fact]
    public void Faults_WithoutFiles_AreNone() => Assert.Empty(new ExplanationOptions().Faults());

    [Fact]
    public async Task Start_WithRulesOfItsOwn_RecordsTheirHash()
    {
        var file = Write("rules.json", ReviewRulesFile.Shipped.Replace("2026-1", "eigen-3", StringComparison.Ordinal));
        await using var portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir", ("Explanations:RulesFile", file));
        var loaded = Assert.Single(portal.Trail(AuditEventType.ReviewRulesLoaded));
        Assert.Equal(("version:eigen-3", "sha256:" + new ExplanationOptions { RulesFile = file }.Rules().Hash), (loaded.Detail, Assert.Single(loaded.Changes).After));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
