using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The requests under way at this node by session, so that they stop when it ends.</summary>
internal sealed class LiveRequests : IDisposable
{
    private readonly Dictionary<string, List<RequestLife>> _requests = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly SessionStore _sessions;
    private readonly IDisposable _listening;

    public LiveRequests(SessionStore sessions) => (_sessions, _listening) = (sessions, sessions.WhenEnded(End));

    /// <summary>Runs a request of a session; one whose session ended meanwhile is answered as one without a session.</summary>
    public async Task RunAsync(HttpContext context, string hash, Func<Task> next, Func<Task> challenge)
    {
        using var life = new RequestLife(context);
        Add(hash, life);
        if (_sessions.HasEnded(hash))
        {
            // Between its judgement and this moment.
            life.End();
        }
        var aborted = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, life.Stopped);
        try
        {
            context.Features.Set(life);
            context.RequestAborted = either.Token;
            context.Response.OnStarting(static state =>
            {
                ((RequestLife)state).Start();
                return Task.CompletedTask;
            }, life);
            await next();
        }
        catch (Exception e) when (life.HasEnded && !context.Response.HasStarted && !SharedStateUnavailableException.IsBehind(e))
        {
            life.Release();
            context.RequestAborted = aborted;
            context.Response.Clear();
            await challenge();
        }
        finally
        {
            context.RequestAborted = aborted;
            Remove(hash, life);
        }
    }

    public void Dispose() => _listening.Dispose();

    private void Add(string hash, RequestLife life)
    {
        lock (_gate)
        {
            if (!_requests.TryGetValue(hash, out var lives))
            {
                _requests[hash] = lives = [];
            }
            lives.Add(life);
        }
    }

    private void Remove(string hash, RequestLife life)
    {
        lock (_gate)
        {
            if (_requests[hash] is var lives && lives.Remove(life) && lives.Count == 0)
            {
                _requests.Remove(hash);
            }
        }
    }

    private void End(string hash)
    {
        RequestLife[] lives;
        lock (_gate)
        {
            lives = _requests.TryGetValue(hash, out var found) ? [.. found] : [];
        }
        Array.ForEach(lives, life => life.End());
    }
}
