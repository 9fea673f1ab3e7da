using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Deploy;

/// <summary>What a hospital installs: made by ops/package, unpacked, and started on this machine.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> _nothing = [];
    private readonly Site _site = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zvp-package-");

    public Task InitializeAsync() => _site.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Package_MadeAndUnpacked_ShowsADoctorHerPatients()
    {
        await RunningProgram.RunAsync("package", Path.Combine(Checkout.Root, "ops", "package"), ["--out", _folder.FullName], _nothing);
        await RunningProgram.RunAsync("sums", "bash", ["-c", $"cd '{_folder}' && sha256sum --check --quiet SHA256SUMS"], _nothing);
        await RunningProgram.RunAsync("dpkg-deb", "dpkg-deb", ["-x", File(".deb"), Path.Combine(_folder.FullName, "installed")], _nothing);
        AssertBillNamesEveryPackage();

        await _site.Portal.KillAsync();
        await _site.Portal.StartAsync(Path.Combine(_folder.FullName, "installed", "opt", "zorgverlenersportaal", "ZorgverlenersPortaal.Portal"));

        using var doctor = _site.Portal.Client("huisarts");
        Assert.NotEmpty(await doctor.PatientsAsync());
        var (_, page) = await doctor.PageAsync("/help");
        using var style = await doctor.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.True(System.IO.File.Exists(Path.Combine(_folder.FullName, "installed", "lib", "systemd", "system", "zorgverlenersportaal.service")));
    }

    [Fact]
    public async Task Unit_LookedAtBySystemd_IsExposedAtMostTwo()
    {
        var unit = Path.Combine(Checkout.Root, "ops", "deploy", "systemd", "zorgverlenersportaal.service");
        var lines = await RunningProgram.RunAsync("systemd-analyze", "systemd-analyze", ["security", "--offline=true", "--no-pager", unit], _nothing);

        var verdict = lines.Single(line => line.Contains("Overall exposure level", StringComparison.Ordinal));
        var exposure = double.Parse(verdict.Split(": ")[^1].Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange(exposure, 0, 2.0);
    }

    private string File(string ending) => _folder.EnumerateFiles("*" + ending).Single().FullName;

    private void AssertBillNamesEveryPackage()
    {
        var components = JsonNode.Parse(System.IO.File.ReadAllText(File(".cdx.json")))!["components"]!.AsArray();
        var named = components.Select(part => (string)part!["purl"]!).ToHashSet(StringComparer.Ordinal);
        var locked = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Checkout.PortalFolder, "packages.lock.json")))!["dependencies"]!["net10.0"]!.AsObject()
            .Where(part => (string)part.Value!["type"]! != "Project")
            .Select(part => $"pkg:nuget/{part.Key}@{(string)part.Value!["resolved"]!}");
        Assert.Empty(locked.Except(named, StringComparer.Ordinal));
        Assert.All(components.SelectMany(part => part!["hashes"]!.AsArray()), hash => Assert.Equal(128, ((string)hash!["content"]!).Length));
    }
}
