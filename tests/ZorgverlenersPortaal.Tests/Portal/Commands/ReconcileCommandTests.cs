using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Commands;

/// <summary>The EPD's access log laid beside the trail of real looks, by the command line and beside a running portal.</summary>
public sealed class ReconcileCommandTests(LookedThrough looks) : IClassFixture<LookedThrough>, IDisposable
{
    private const string Header = "time,client,request_id,patient";
    private static readonly string _strange = new('a', 32);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("epd-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reconcile_WholeLogOfRealLooks_HasNoGraveGapAndMatchesEveryLine()
    {
        var (exit, output, errors) = await ReconcileAsync(Csv(looks.Given));
        Assert.True(exit == 0, output + errors);
        File.WriteAllText("/tmp/recon-out.txt", output);
        Assert.StartsWith("AGREES ", Last(output), StringComparison.Ordinal);
    }

    private string Csv(IEnumerable<EpdAccess> log) => Write("log.csv", Header + "\n" + string.Join('\n', log.Select(access => access.Csv)) + "\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Last(string output) => output.Trim().Split('\n')[^1];

    private Task<(int Exit, string Output, string Errors)> ReconcileAsync(string file, params string[] options)
    {
        SqliteConnection.ClearAllPools();
        var day = DutchDay.Of(looks.Portal.Clock).ToString("yyyy-MM-dd", null);
        return PortalProgram.RunAsync(looks.Portal.Settings, ["audit", "reconcile", "--epd-log", file, "--from", day, "--to", day, "--client", LookedThrough.Client, .. options]);
    }
}
