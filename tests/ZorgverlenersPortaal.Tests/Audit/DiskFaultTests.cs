using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>
/// A disk that fails at the Nth call the trail makes of it, and at all after: the real program under strace, which answers for the
/// kernel. What was confirmed is in the trail, what was not may be; the chain is whole each time.
/// </summary>
public sealed class DiskFaultTests : IDisposable
{
    /// <summary>An append makes fewer calls of each kind than this.</summary>
    private const int Calls = 7;

    private readonly string _folder = PortalHost.MakeFolder();

    private string Trail => Path.Combine(_folder, "trail", "node1-cli.trail.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [StraceTheory]
    [InlineData("pwrite64", "ENOSPC")]
    [InlineData("pwrite64", "EIO")]
    [InlineData("fsync", "EIO")]
    public async Task H123_H124_DiskFailsAtEveryNthCall_NothingConfirmedIsLostAndTheChainIsWhole(string call, string error)
    {
        Assert.Equal(0, (await AddAsync([], 900030000)).Exit);
        var refused = 0;
        for (var n = 1; n <= Calls; n++)
        {
            var uzi = 900030000 + n;
            var (exit, output, errors) = await AddAsync(
                ["strace", "-f", "-qq", "-o", "/dev/null", "-P", Trail, "-P", Trail + "-wal", "-e", "trace=" + call, "-e", $"inject={call}:error={error}:when={n}+"], uzi);

            var recorded = AuditReader.Read(AuditStorage.InFolder(Path.GetDirectoryName(Trail)!), new AuditFilter { Limit = 1000 })
                .Count(stored => stored.Record.Detail == $"account {uzi}");
            if (exit == 0)
            {
                Assert.Equal((n, 1), (n, recorded));
            }
            else
            {
                refused++;
                Assert.InRange(recorded, 0, 1);
                Assert.DoesNotContain("Added", output, StringComparison.Ordinal);
                Assert.Contains("trail", errors, StringComparison.OrdinalIgnoreCase);
            }
            Assert.True(AuditVerifier.Verify(AuditStorage.InFolder(Path.GetDirectoryName(Trail)!)).IsIntact, $"{call} {n}: {errors}");
        }
        Assert.NotEqual(0, refused);
        Assert.Equal(0, (await AddAsync([], 900030099)).Exit);
    }

    private Task<(int Exit, string Output, string Errors)> AddAsync(string[] under, int uzi) => PortalProgram.RunUnderAsync(
        under, [.. PortalHost.SettingsFor(_folder, "http://127.0.0.1:9/fhir").Where(setting => setting.Key != "Audit:WriteSeconds")], new Dictionary<string, string?>(),
        "accounts", "add", "--uzi", uzi.ToString(System.Globalization.CultureInfo.InvariantCulture), "--agb", $"0105{uzi % 10_000:0000}", "--name", "Smit", "--role", "huisarts");
}
