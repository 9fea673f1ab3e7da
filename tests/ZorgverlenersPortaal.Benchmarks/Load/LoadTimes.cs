using System.Collections.Concurrent;
using System.Globalization;

namespace ZorgverlenersPortaal.Benchmarks.Load;

/// <summary>How long each kind of request took, and how many failed.</summary>
internal sealed class LoadTimes
{
    private readonly ConcurrentQueue<(string Kind, double Milliseconds, bool IsGood)> _all = new();

    public void Add(string kind, TimeSpan time, bool isGood) => _all.Enqueue((kind, time.TotalMilliseconds, isGood));

    /// <summary>Prints <c>PREFIX_KIND_p50_ms value</c> and so on, and forgets them.</summary>
    public void Print(string prefix)
    {
        var all = _all.ToArray();
        _all.Clear();
        foreach (var kind in all.GroupBy(one => one.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var times = kind.Where(one => one.IsGood).Select(one => one.Milliseconds).Order().ToList();
            Say($"{prefix}_{kind.Key}_requests", kind.Count());
            foreach (var share in (int[])[50, 95, 99])
            {
                Say($"{prefix}_{kind.Key}_p{share}_ms", times.Count == 0 ? 0 : times[(times.Count - 1) * share / 100]);
            }
        }
        Say($"{prefix}_errors", all.Count(one => !one.IsGood));
    }

    public static void Say(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##}"));
}
