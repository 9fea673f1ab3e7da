using System.Collections.Concurrent;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Chaos;

/// <summary>Doctors who read without a pause, and one who asks for the patients of another; every answer is kept.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private readonly List<Visitor> _visitors = [];
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _running = [];

    /// <summary>What was answered so far.</summary>
    public IReadOnlyCollection<Answer> Answers => _answers;

    /// <summary>Sign-ins made; there may be no other.</summary>
    public int SignIns => _visitors.Count;

    /// <summary>Signs everybody in and lets them read until disposed.</summary>
    public static async Task<Traffic> StartAsync(Cluster cluster)
    {
        var traffic = new Traffic();
        foreach (var card in (string[])["huisarts", "huisarts", "huisarts2"])
        {
            var visitor = new Visitor(cluster, card);
            traffic._visitors.Add(visitor);
            await visitor.SignInAsync();
        }
        var (first, stranger) = (traffic._visitors[0], traffic._visitors[2]);
        foreach (var visitor in traffic._visitors)
        {
            var mine = new Visitor(cluster, visitor == stranger ? "huisarts2" : "huisarts", visitor.Cookies);
            traffic._running.Add(traffic.RunAsync(mine, at => at % 4 == 0 ? "/patienten" : visitor.Patients[at % visitor.Patients.Count], isStranger: false, visitor.Names));
        }
        var other = new Visitor(cluster, "huisarts2", stranger.Cookies);
        traffic._running.Add(traffic.RunAsync(other, at => first.Patients[at % first.Patients.Count], isStranger: true, first.Names));
        return traffic;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
        _visitors.ForEach(visitor => visitor.Dispose());
        _stopping.Dispose();
    }

    private async Task RunAsync(Visitor visitor, Func<int, string> address, bool isStranger, IReadOnlyList<string> names)
    {
        using var mine = visitor;
        for (var at = 0; !_stopping.IsCancellationRequested; at++)
        {
            var path = address(at);
            var started = TimeProvider.System.GetTimestamp();
            var (status, body) = await mine.AskAsync(path);
            // To her who asks for another's patients nothing may be shown; in no answer but a whole page of the own may a name stand.
            var isLeak = (isStranger && status == 200) || ((isStranger || status is not (200 or 0)) && names.Any(name => body.Contains(name, StringComparison.Ordinal)));
            _answers.Enqueue(new(mine.Uzi, path == "/patienten", isStranger, status, isLeak, started, TimeProvider.System.GetTimestamp()));
        }
    }
}
