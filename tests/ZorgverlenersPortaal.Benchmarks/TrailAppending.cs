using BenchmarkDotNet.Attributes;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>Durable appends by many callers at once: the price of "recorded before shown" (perf.md §3).</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class TrailAppending
{
    private string _folder = "";
    private AuditTrail _trail = null!;

    /// <summary>Callers that wait for their record at the same time.</summary>
    [Params(1, 16, 64)]
    public int Callers { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("trail-").FullName;
        _trail = AuditTrail.Open(new() { Storage = AuditStorage.InFolder(_folder), Node = "bench" }, TimeProvider.System);
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _trail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task AppendAsync() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _trail.AppendAsync(Record(), CancellationToken.None)));

    /// <summary>As one for a section that is shown.</summary>
    internal static AuditRecord Record() => new()
    {
        Event = AuditEventType.SectionShown,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = TimeProvider.System.GetUtcNow(),
        RequestId = "0123456789abcdef0123456789abcdef",
        Patients = [new("pat-1", "999990019")],
        Resources = ["Patient/pat-1/1"],
    };
}
