using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// A real HTTP server on loopback that answers FHIR like an EPD: it reads and searches what a test <see cref="Has"/>, says
/// what a test scripts with <see cref="On(string, ScriptedAnswer)"/>, and keeps every question. It checks nothing for
/// the portal: it gives what it is asked.
/// </summary>
public sealed class ScriptedEpd : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _released = new();
    private readonly ConcurrentQueue<AskedRequest> _asked = new();
    private readonly ConcurrentDictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<(Func<AskedRequest, bool> When, ScriptedAnswer Answer, bool Once)> _rules = [];
    private readonly List<(Func<AskedRequest, bool> When, TaskCompletionSource Reached)> _waiting = [];

    private ScriptedEpd(WebApplication app) => _app = app;

    /// <summary>The FHIR base, without a slash at its end.</summary>
    public string Base { get; private set; } = "";

    /// <summary>Every request, in the order received.</summary>
    public IReadOnlyList<AskedRequest> Asked => [.. _asked];

    /// <summary>The conversation: method, path and decoded query.</summary>
    public IReadOnlyList<string> Lines => [.. _asked.Select(a => a.Line)];

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<ScriptedEpd> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var epd = new ScriptedEpd(app);
        app.Run(epd.HandleAsync);
        await app.StartAsync();
        epd.Base = app.Urls.Single() + "/fhir";
        return epd;
    }

    /// <summary>Puts resources in the EPD; the same type and id replaces.</summary>
    public ScriptedEpd Has(params JsonObject[] resources)
    {
        foreach (var resource in resources)
        {
            _resources[$"{resource["resourceType"]}/{resource["id"]}"] = resource;
        }
        return this;
    }

    /// <summary>Takes a resource out: <c>Patient/p1</c>.</summary>
    public void Forget(string reference) => _resources.TryRemove(reference, out _);

    /// <summary>Takes out everything of these types.</summary>
    public void ForgetAll(params string[] types)
    {
        foreach (var reference in _resources.Keys.Where(key => types.Contains(key.Split('/')[0])))
        {
            Forget(reference);
        }
    }

    /// <summary>What is there under <c>Type/id</c>.</summary>
    public JsonObject Resource(string reference) => _resources[reference];

    /// <summary>Scripts an answer: <c>Type</c> for every search of it, <c>Type/id</c> for a read. The last one scripted wins.</summary>
    public void On(string what, ScriptedAnswer answer) => On(Matching(what), answer);

    /// <summary>Scripts an answer for the requests of choice.</summary>
    public void On(Func<AskedRequest, bool> when, ScriptedAnswer answer) => Add(when, answer, once: false);

    /// <summary>Scripts an answer that is given one time.</summary>
    public void Once(string what, ScriptedAnswer answer) => Add(Matching(what), answer, once: true);

    /// <summary>Ends when such a request has come in, at once when it already has.</summary>
    public Task UntilAskedAsync(string what)
    {
        var when = Matching(what);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_asked.Any(when))
            {
                return Task.CompletedTask;
            }
            _waiting.Add((when, reached));
        }
        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends when this many requests about a type have come in since the start.</summary>
    public Task UntilAskedAsync(string type, int times)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_asked.Count(asked => asked.Type == type) >= times)
            {
                return Task.CompletedTask;
            }
            _waiting.Add((asked => asked.Type == type && _asked.Count(one => one.Type == type) >= times, reached));
        }
        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Answers as always, but not before this has ended.</summary>
    public void Hold(string what, Task until) => On(what, ScriptedAnswer.Custom(async (asked, context) =>
    {
        await until.WaitAsync(TimeSpan.FromSeconds(60));
        await Default(asked).SendAsync(asked, context, _released.Token);
    }));

    /// <summary>Lets everything that hangs go on.</summary>
    public void Release() => _released.Cancel();

    /// <summary>Stops listening; a test may do so itself, for an EPD that is down.</summary>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _app.DisposeAsync();
    }

    private static Func<AskedRequest, bool> Matching(string what) => what.Contains('/', StringComparison.Ordinal)
        ? asked => asked.Path == what
        : asked => asked.Type == what && asked.Id is null;

    private void Add(Func<AskedRequest, bool> when, ScriptedAnswer answer, bool once)
    {
        lock (_gate)
        {
            _rules.Insert(0, (when, answer, once));
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var asked = await ReadAsync(context.Request);
        var answer = Take(asked) ?? Default(asked);
        await answer.SendAsync(asked, context, _released.Token);
    }

    private static async Task<AskedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var path = request.Path.Value!;
        return new(
            request.Method,
            path.StartsWith("/fhir/", StringComparison.Ordinal) ? path["/fhir/".Length..] : path,
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
    }

    private ScriptedAnswer? Take(AskedRequest asked)
    {
        List<TaskCompletionSource> reached;
        ScriptedAnswer? answer = null;
        lock (_gate)
        {
            _asked.Enqueue(asked);
            var rule = _rules.FindIndex(r => r.When(asked));
            if (rule >= 0)
            {
                answer = _rules[rule].Answer;
                if (_rules[rule].Once)
                {
                    _rules.RemoveAt(rule);
                }
            }
            reached = [.. _waiting.Where(w => w.When(asked)).Select(w => w.Reached)];
            _waiting.RemoveAll(w => reached.Contains(w.Reached));
        }
        reached.ForEach(r => r.SetResult());
        return answer;
    }

    private ScriptedAnswer Default(AskedRequest asked)
    {
        if (asked.Id is not null)
        {
            return _resources.TryGetValue(asked.Path, out var found)
                ? ScriptedAnswer.Json(found)
                : ScriptedAnswer.Json(Some.Outcome("error", "not-found"), 404);
        }
        var matches = _resources.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)
            .Where(r => r["resourceType"]!.ToString() == asked.Type && asked.Parameters.All(p => Matches(r, p.Key, p.Value.ToString())));
        var bundle = Some.Bundle([.. matches]);
        bundle["link"] = new JsonArray(Some.Link("self", $"{Base}/{asked.Address}"));
        return ScriptedAnswer.Json(bundle);
    }

    private static bool Matches(JsonObject resource, string name, string value)
    {
        var wanted = value.Split(',');
        return name switch
        {
            "_id" => wanted.Contains(resource["id"]!.ToString()),
            "patient" => References([resource["subject"], resource["patient"], .. (resource["participant"] as JsonArray ?? []).Select(p => p!["actor"])]).Any(r => wanted.Contains(r) || wanted.Contains(r[(r.IndexOf('/', StringComparison.Ordinal) + 1)..])),
            "practitioner" => References(resource["practitioner"]).Any(r => wanted.Contains(r) || wanted.Contains(r[(r.IndexOf('/', StringComparison.Ordinal) + 1)..])),
            "general-practitioner" => References([.. resource["generalPractitioner"] as JsonArray ?? []]).Any(wanted.Contains),
            "identifier" => (resource["identifier"] as JsonArray ?? []).Any(i => wanted.Contains($"{i!["system"]}|{i["value"]}")),
            "status" => wanted.Contains(resource["status"]?.ToString()),
            "class" => wanted.Contains(resource["class"]?["code"]?.ToString()),
            "date" when resource["date"] is { } date => string.CompareOrdinal(date.ToString(), value[2..]) >= 0,
            "date" when value.StartsWith("ge", StringComparison.Ordinal) && resource["start"] is { } start => string.CompareOrdinal(start.ToString()[..10], value[2..]) >= 0,
            "date" when value.StartsWith("ge", StringComparison.Ordinal) => resource["period"] is { } period
                && (period["end"] is not { } end || string.CompareOrdinal(end.ToString()[..10], value[2..]) >= 0),
            _ => true,
        };
    }

    private static IEnumerable<string> References(params JsonNode?[] references) => references
        .Select(r => r?["reference"]?.ToString().Split("/_history/")[0].Split('/'))
        .OfType<string[]>()
        .Select(parts => string.Create(CultureInfo.InvariantCulture, $"{parts.ElementAtOrDefault(parts.Length - 2)}/{parts[^1]}"));
}
