using System.Globalization;
using System.Text.Json;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.EndToEndTests.Hosting;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Chaos;

/// <summary>
/// One fault after another while doctors read: nobody sees what they may not, nothing answered is unrecorded, nobody signs in again, and
/// all is well again without a hand (DESIGN §10; H126, H142, H143). <c>ops/chaos</c> runs it and prints its table.
/// </summary>
public sealed class ChaosTests : IAsyncLifetime
{
    private static readonly TimeSpan _hold = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly List<string> _table = [string.Create(CultureInfo.InvariantCulture, $"{"fault",-34} {"requests",8} {"errors",6} {"slowest",8} {"leaks",5} {"lost",4} {"recovery",8}")];
    private Cluster _cluster = null!;
    private Traffic _traffic = null!;
    private int _lostBefore;

    public async Task InitializeAsync()
    {
        if (ServerProgram.Find("haproxy") is not null && ServerProgram.Find("redis-server") is not null)
        {
            _cluster = await Cluster.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    [ServerFact("haproxy", "redis-server", "postgres")]
    public async Task H126_H142_H143_EachFault_LeaksAndLosesNothingAndIsOverWithoutAHand()
    {
        using var gone = new Visitor(_cluster, "huisarts");
        await gone.SignInAsync();
        using var afterwards = new Visitor(_cluster, "huisarts", await gone.SignOutAsync());
        await using (_traffic = await Traffic.StartAsync(_cluster))
        {
            await FaultAsync("none", () => Task.CompletedTask, () => Task.CompletedTask);
            foreach (var node in _cluster.Nodes)
            {
                await FaultAsync($"kill -9 of node {(node == _cluster.Nodes[0] ? 1 : 2)}, started again", node.KillAsync, node.StartAsync);
            }
            await FaultAsync("Redis killed, started again", Run(_cluster.Redis.Kill), _cluster.Redis.StartAgainAsync);
            await FaultAsync("PostgreSQL killed, started again", Run(_cluster.PostgreSql.Kill), _cluster.PostgreSql.StartAgainAsync);
            await FaultAsync("PostgreSQL hangs (SIGSTOP)", HangAsync, Run(() => _cluster.PostgreSql.Signal("CONT")));
            await FaultAsync("EPD killed, started again", _cluster.KillEpdAsync, _cluster.StartEpdAsync);
            await FaultAsync("database 100 ms away", Run(() => _cluster.Link.Delay = TimeSpan.FromMilliseconds(50)), Run(() => _cluster.Link.Delay = default));
            await FaultAsync("no network to the database", Run(_cluster.Link.Cut), Run(_cluster.Link.Mend));
        }

        Assert.NotEqual(200, (await afterwards.AskAsync("/patienten")).Status);
        Assert.Equal(_traffic.SignIns + 1, _cluster.Trail().Count(record => record.Event == AuditEventType.SignedIn));
        // Not by chance: both nodes showed patients, and their logs were read.
        Assert.All(_cluster.Nodes, node => Assert.True(Shown([node]).Count > 20));
        Assert.StartsWith("INTACT ", (await _cluster.Nodes[0].CommandAsync(["audit", "verify"])).Last(), StringComparison.Ordinal);
    }

    private static Func<Task> Run(Action act) => () =>
    {
        act();
        return Task.CompletedTask;
    };

    /// <summary>While it hangs the page of help is there, at once, and the list says within seconds that it cannot.</summary>
    private async Task HangAsync()
    {
        _cluster.PostgreSql.Signal("STOP");
        using var reader = new Visitor(_cluster, "huisarts");
        Assert.Equal(200, (await reader.AskAsync("/help")).Status);
    }

    private async Task FaultAsync(string name, Func<Task> make, Func<Task> mend)
    {
        var before = _traffic.Answers.Count;
        await make();
        await Task.Delay(_hold);
        await mend();
        var mended = TimeProvider.System.GetTimestamp();
        Answer? last = null;
        await Until.HoldsAsync(() => IsQuiet(mended, out last), $"{name}: good answers only; {string.Join(' ', _traffic.Answers.TakeLast(12).Select(answer => answer.Status))}");
        Write(name, [.. _traffic.Answers.Skip(before)], last is null ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(mended, last.Ended));
    }

    /// <summary>Good answers alone for a while, to everybody; <paramref name="last"/> is the last other one since the mend.</summary>
    private bool IsQuiet(long mended, out Answer? last)
    {
        var since = _traffic.Answers.Where(answer => answer.Ended > mended).ToList();
        last = since.LastOrDefault(answer => !answer.IsGood);
        var from = last?.Ended ?? mended;
        var good = since.Where(answer => answer.Started > from).ToList();
        return TimeProvider.System.GetElapsedTime(from) > _quiet && good.Count > 10 && good.Any(answer => answer.IsStranger) && good.Any(answer => answer.IsList);
    }

    private void Write(string name, IReadOnlyList<Answer> answers, TimeSpan recovery)
    {
        var lost = Lost();
        var leaks = answers.Count(answer => answer.IsLeak);
        var slowest = answers.Max(answer => TimeProvider.System.GetElapsedTime(answer.Started, answer.Ended).TotalSeconds);
        _table.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {answers.Count,8} {answers.Count(answer => !answer.IsGood),6} {slowest,6:0.0} s {leaks,5} {lost - _lostBefore,4} {recovery.TotalSeconds,6:0.0} s"));
        Directory.CreateDirectory(Path.Combine(Checkout.Artifacts, "chaos"));
        File.WriteAllLines(Path.Combine(Checkout.Artifacts, "chaos", "table.txt"), _table);
        _lostBefore = lost;
        Assert.True(leaks == 0 && lost == 0, string.Join('\n', _table));
        Assert.True(recovery < _patience, string.Join('\n', _table));
    }

    /// <summary>
    /// Pages that were shown and stand not in the trail: by the request's id of every line in the logs that says 200, and by what each
    /// doctor counted, for a node that was killed may not have written its line.
    /// </summary>
    private int Lost()
    {
        var answers = _traffic.Answers.Where(answer => answer is { Status: 200 }).ToList();
        var shown = Shown(_cluster.Nodes);
        var trail = _cluster.Trail();
        shown.ExceptWith(trail.Select(record => record.RequestId));
        return shown.Count + answers.GroupBy(answer => (answer.Uzi, answer.IsList)).Sum(group => Math.Max(0, group.Count() - trail.Count(record =>
            record.Event == (group.Key.IsList ? AuditEventType.PatientListShown : AuditEventType.PatientOpened) && record.Actor?.UziNumber == group.Key.Uzi)));
    }

    private static HashSet<string> Shown(IEnumerable<Portal> nodes) => nodes.SelectMany(node => node.Lines)
        .Where(line => line.Contains("answered 200", StringComparison.Ordinal)).Select(Request).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The id of a request for the list or a patient; null for another.</summary>
    private static string? Request(string line)
    {
        using var json = JsonDocument.Parse(line);
        var properties = json.RootElement.GetProperty("Properties");
        var route = properties.TryGetProperty("Route", out var text) ? text.GetString() ?? "" : "";
        return route.StartsWith("patient/", StringComparison.OrdinalIgnoreCase) || route.StartsWith("patienten", StringComparison.OrdinalIgnoreCase)
            || route.StartsWith("/patient", StringComparison.OrdinalIgnoreCase)
            ? properties.GetProperty("RequestId").GetString()
            : null;
    }
}
