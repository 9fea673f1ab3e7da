using ZorgverlenersPortaal.EndToEndTests.Hosting;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Epd;

/// <summary>The FHIR R4 server of ../shared/epd with its fixtures, run from a copy: the original may be read-only.</summary>
internal sealed class RealEpd : IAsyncDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("zvp-e2e-epd-");
    private readonly string _port;

    private readonly IReadOnlyDictionary<string, string?> _settings;

    private RealEpd(int port, IReadOnlyDictionary<string, string?> settings) => (_port, _settings) = (port.ToString(System.Globalization.CultureInfo.InvariantCulture), settings);

    /// <summary>The FHIR base.</summary>
    public Uri Fhir => new($"http://127.0.0.1:{_port}/fhir/R4");

    /// <summary>With settings of its README on top (EPD_…).</summary>
    public static async Task<RealEpd> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var epd = new RealEpd(Ports.Free(), settings ?? new Dictionary<string, string?>());
        await RunAsync("cp", "-r", Checkout.Shared("epd")! + "/.", epd._copy.FullName);
        await RunAsync("chmod", "-R", "u+w", epd._copy.FullName);
        await epd.ScriptAsync("start", epd._port);
        await epd.ScriptAsync("load", epd._port, Path.Combine(epd._copy.FullName, "fixtures"));
        return epd;
    }

    public async ValueTask DisposeAsync()
    {
        await ScriptAsync("stop", _port);
        _copy.Delete(recursive: true);
    }

    // Its start leaves a server behind that would keep our pipes open; so what it says goes to a file.
    private Task<IReadOnlyCollection<string>> ScriptAsync(string script, params string[] arguments) =>
        RunAsync("bash", ["-c", "\"$@\" >\"$0.out\" 2>&1 || { cat \"$0.out\"; exit 1; }", Path.Combine(_copy.FullName, script), Path.Combine(_copy.FullName, script), .. arguments], _settings);

    private static Task<IReadOnlyCollection<string>> RunAsync(string tool, params string[] arguments) =>
        RunningProgram.RunAsync(tool, tool, arguments, new Dictionary<string, string?>());

    private static Task<IReadOnlyCollection<string>> RunAsync(string tool, string[] arguments, IReadOnlyDictionary<string, string?> settings) =>
        RunningProgram.RunAsync(tool, tool, arguments, settings);
}
