using System.Diagnostics;
using System.Globalization;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>The queue of the portal in PostgreSQL beside a raw batch, and two nodes beside one, in turns so that noise meets all (perf.md §5 row 9).</summary>
internal static class PostgreSqlTrailFigures
{
    private const int Callers = 64;
    private const int Rounds = 5;
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(string connectionString)
    {
        using var raw = new RawBatch(connectionString, "raw");
        await using var one = Open(connectionString, "one");
        await using var two = Open(connectionString, "two");
        List<double> batch = [], queue = [], both = [], batchTook = [], queueTook = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (rate, took) = raw.Run(_round, Callers);
            var alone = await AppendAsync(one);
            var pair = await Task.WhenAll(AppendAsync(one), AppendAsync(two));
            if (round == 0)
            {
                continue; // the JIT's
            }
            batch.Add(rate);
            batchTook.AddRange(took);
            queue.Add(alone.Rate);
            queueTook.AddRange(alone.Took);
            both.Add(pair.Sum(node => node.Rate));
        }
        Print("pg_raw_batch_rows_per_second", Median(batch), "F0");
        Print("pg_queue_rows_per_second", Median(queue), "F0");
        Print("pg_two_nodes_rows_per_second", Median(both), "F0");
        Print("pg_queue_of_raw_batch", Median([.. queue.Zip(batch, (mine, limit) => mine / limit)]), "F2");
        Print("pg_two_nodes_of_one", Median([.. both.Zip(queue, (pair, alone) => pair / alone)]), "F2");
        Print("pg_p99_of_raw_batch", Late(queueTook) / Late(batchTook), "F2");
    }

    private static AuditTrail Open(string connectionString, string node) =>
        AuditTrail.Open(new() { Storage = AuditStorage.InPostgreSql(connectionString), Node = node, WriteTimeout = TimeSpan.FromSeconds(30) }, TimeProvider.System);

    private static async Task<(double Rate, List<double> Took)> AppendAsync(AuditTrail trail)
    {
        var started = Stopwatch.GetTimestamp();
        var callers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            List<double> took = [];
            while (Stopwatch.GetElapsedTime(started) < _round)
            {
                var one = Stopwatch.GetTimestamp();
                await trail.AppendAsync(TrailAppending.Record(), CancellationToken.None);
                took.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }
            return took;
        })));
        var all = callers.SelectMany(took => took).ToList();
        return (all.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, all);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Late(List<double> values) => values.Order().ElementAt(values.Count * 99 / 100);

    private static void Print(string name, double value, string format) =>
        Console.WriteLine($"{name} {value.ToString(format, CultureInfo.InvariantCulture)}");
}
