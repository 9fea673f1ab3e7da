using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A plain HTTP server on the loopback that answers as it is told and remembers what it was asked.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(string Method, string Path, IReadOnlyDictionary<string, string> Headers)> _asked = [];
    private readonly List<TaskCompletionSource> _waiting = [];

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>What is done with a request; 404 until set.</summary>
    public RequestDelegate Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    public Uri Address { get; private set; } = null!;

    /// <summary>Every request, in order.</summary>
    public IReadOnlyList<(string Method, string Path, IReadOnlyDictionary<string, string> Headers)> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var server = new LoopbackServer(builder.Build());
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    public void AnswerBytes(byte[] body, int status = StatusCodes.Status200OK, string? tag = null) => Answer = async context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = tag;
        await context.Response.Body.WriteAsync(body);
    };

    /// <summary>Takes the request and never answers, until the client goes away.</summary>
    public void Hang() => Answer = context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);

    public Task UntilAskedAsync(int times)
    {
        lock (_lock)
        {
            if (_asked.Count >= times)
            {
                return Task.CompletedTask;
            }
            while (_waiting.Count < times)
            {
                _waiting.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            return _waiting[times - 1].Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        lock (_lock)
        {
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _asked.Add((context.Request.Method, context.Request.Path + context.Request.QueryString, headers));
            if (_waiting.Count >= _asked.Count)
            {
                _waiting[_asked.Count - 1].TrySetResult();
            }
        }
        try
        {
            await Answer(context);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
