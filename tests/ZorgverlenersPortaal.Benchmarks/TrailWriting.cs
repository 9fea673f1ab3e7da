using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>Adds records to a trail by many callers until it is killed, and says of each that it is durable: for the test that kills it.</summary>
internal static class TrailWriting
{
    private const int Callers = 8;

    public static async Task RunAsync(string folder, string node, long segment)
    {
        await using var trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(folder), Node = node, SegmentRecords = segment }, TimeProvider.System);
        await using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var one = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var request = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{caller}-{i}");
                var receipt = await trail.AppendAsync(TrailAppending.Record() with { RequestId = request }, CancellationToken.None);
                await one.WaitAsync();
                // One write to the pipe: a killed process leaves whole lines, or part of the last.
                await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{receipt.Sequence} {request}"));
                one.Release();
            }
        })));
    }
}
