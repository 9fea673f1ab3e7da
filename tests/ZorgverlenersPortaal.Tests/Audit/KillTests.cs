using System.Diagnostics;
using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A program that records is killed, again and again, wherever it happens to be; <c>ops/test --long</c> does it a thousand times.</summary>
public sealed class KillTests
{
    // The whole chain grows with every round: this often it is verified whole, besides at the end.
    private const int VerifiedEvery = 20;

    private static readonly int _rounds = int.Parse(Environment.GetEnvironmentVariable("ZVP_KILLS") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public async Task R2_Kill9InALoop_NothingThatWasAnsweredIsLost_AndTheChainVerifies()
    {
        using var folder = new SegmentedFolder();
        var answered = 0;
        for (var round = 1; round <= _rounds; round++)
        {
            var told = await KilledAfterAsync(folder, 1 + (round * 37 % 200));
            answered += told.Count;
            foreach (var (sequence, request) in told)
            {
                Assert.Equal((round, request), (round, AuditReader.Find(folder.Storage, TrailRig.Node, sequence)?.Record.RequestId));
            }
            if (round % VerifiedEvery == 0 || round == _rounds)
            {
                var report = folder.Verify();
                Assert.True(report.IsIntact, $"round {round}: {report.FirstFault}");
                Assert.InRange(report.Nodes[0].Count, answered, long.MaxValue);
            }
        }
        Assert.NotEqual(1, folder.Segments.Count());
    }

    /// <summary>What it said to be durable before it died.</summary>
    private static async Task<List<(long Sequence, string Request)>> KilledAfterAsync(SegmentedFolder folder, int answers)
    {
        // The files' tests are small; here a file is full after a few rounds.
        var start = new ProcessStartInfo("dotnet", [Program, "trail-writer", folder.Trail, TrailRig.Node, "150"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        List<string> lines = [];
        while (lines.Count < answers && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(lines.Count == answers, await errors);
        // The last may be cut off by the kill.
        lines.AddRange(rest.Split('\n')[..^1]);
        return [.. lines.Select(line => line.Split(' ')).Select(words => (long.Parse(words[0], CultureInfo.InvariantCulture), words[1]))];
    }

    private static string Program
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            var tests = here.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(tests, "ZorgverlenersPortaal.Benchmarks", "bin", here.Parent.Name, here.Name, "ZorgverlenersPortaal.Benchmarks.dll");
        }
    }
}
