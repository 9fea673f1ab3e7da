using System.Diagnostics;
using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>What one durable record takes when nobody else writes, for ops/bench: the share of the trail in a letter's first byte.</summary>
internal static class TrailFigures
{
    private const int Times = 500;

    /// <summary>Prints <c>append_p50_ms</c>; the trail is made in <paramref name="folder"/>, so that it is on the same disk.</summary>
    public static async Task PrintAsync(string folder)
    {
        var took = new List<double>();
        await using (var trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(folder), Node = "bench" }, TimeProvider.System))
        {
            for (var i = 0; i < 2 * Times; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await trail.AppendAsync(TrailAppending.Record(), CancellationToken.None);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        // The first half is the JIT's.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"append_p50_ms {took[Times..].Order().ElementAt(Times / 2):F2}"));
    }
}
