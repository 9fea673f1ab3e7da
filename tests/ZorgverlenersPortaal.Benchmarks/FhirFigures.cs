using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// Reading the harness's own Bundles beside a reader that only skips through them, in turn in one process, for ops/bench
/// (perf.md §5 row 11).
/// </summary>
internal static class FhirFigures
{
    private const int Rounds = 7;
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(400);

    /// <summary>Prints `name value` a line. <paramref name="folder"/>: the harness's data/fhir.</summary>
    public static void Print(string folder)
    {
        foreach (var name in (string[])["b20k", "b200k", "b2m"])
        {
            var json = File.ReadAllBytes(Path.Combine(folder, name + ".json"));
            var last = TypeLast(json);
            Warm(json, last);
            var ratios = new List<(double OfSkip, double OfRecords, double Last)>();
            for (var round = 0; round < Rounds; round++)
            {
                var (skip, records, read, readLast) = (Rate(json, Skip), Rate(json, Records), Rate(json, Read), Rate(last, Read));
                ratios.Add((read / skip, read / records, read / readLast));
            }
            Say($"fhir_{name}_of_skip", Median(ratios.Select(r => r.OfSkip)));
            Say($"fhir_{name}_of_source_generated", Median(ratios.Select(r => r.OfRecords)));
            Say($"fhir_{name}_type_last_cost", Median(ratios.Select(r => r.Last)));
            Say($"fhir_{name}_bytes_per_byte", Allocated(json));
        }
    }

    private static int Read(byte[] json) => ((Bundle)FhirJson.Read(json)).Entries.Count;

    private static int Records(byte[] json) => JsonSerializer.Deserialize(json, FhirRecords.Json.Default.Bundle)!.Entry!.Length;

    private static int Skip(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }
        return tokens;
    }

    /// <summary>Bytes a second of this thread's CPU share; both ways are measured in turn, so their ratio holds on a busy machine.</summary>
    private static double Rate(byte[] json, Func<byte[], int> work)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        long bytes = 0;
        while (watch.Elapsed < _slice)
        {
            work(json);
            bytes += json.Length;
        }
        return bytes / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Allocated(byte[] json)
    {
        const int Times = 20;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            Read(json);
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Times / json.Length;
    }

    private static void Warm(params byte[][] all)
    {
        foreach (var json in all)
        {
            for (var i = 0; i < 200; i++)
            {
                Read(json);
                Skip(json);
                Records(json);
            }
        }
    }

    /// <summary>The same Bundle with every resourceType at the end of its object.</summary>
    private static byte[] TypeLast(byte[] json)
    {
        var bundle = JsonNode.Parse(json)!.AsObject();
        foreach (var resource in bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!.AsObject()).Append(bundle))
        {
            var type = (string)resource["resourceType"]!;
            resource.Remove("resourceType");
            resource["resourceType"] = type;
        }
        return Encoding.UTF8.GetBytes(bundle.ToJsonString());
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Say(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:F2}"));
}
