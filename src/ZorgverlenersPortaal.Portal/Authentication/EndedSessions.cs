using System.Collections.Concurrent;
using System.Text;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The sessions of which this node knows that they ended, on whichever node. Not what ends a session (the shared state is),
/// but what keeps one ended that comes back there: a copy put back (H070), or a replica that missed the end.
/// </summary>
internal sealed class EndedSessions : IDisposable
{
    private const string Channel = "session-ended";
    private const int SweepEvery = 1024;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Action<string>> _listeners = new();
    private readonly ISharedState _state;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longest;
    private readonly IDisposable _subscription;
    private int _added;

    public EndedSessions(ISharedState state, TimeProvider clock, TimeSpan longest)
    {
        (_state, _clock, _longest) = (state, clock, longest);
        _subscription = state.Subscribe(Channel, message =>
        {
            if (message.Length == SessionStore.HashLength)
            {
                Remember(Encoding.ASCII.GetString(message));
            }
        });
    }

    public bool Contains(string hash) => _ended.ContainsKey(hash);

    /// <summary>Calls back with every end this node hears of, more than once perhaps; until disposed.</summary>
    public IDisposable Listen(Action<string> ended)
    {
        var id = Guid.NewGuid();
        _listeners[id] = ended;
        return new Listening(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>Remembers it and tells the other nodes; they read the end from the state also when this fails.</summary>
    public async Task TellAsync(string hash, CancellationToken cancellation)
    {
        Remember(hash);
        try
        {
            await _state.PublishAsync(Channel, Encoding.ASCII.GetBytes(hash), cancellation);
        }
        catch (SharedStateUnavailableException)
        {
            // The end itself was confirmed before.
        }
    }

    public void Dispose() => _subscription.Dispose();

    private void Remember(string hash)
    {
        var now = _clock.GetUtcNow();
        _ended[hash] = now + _longest;
        foreach (var ended in _listeners.Values)
        {
            ended(hash);
        }
        if (Interlocked.Increment(ref _added) % SweepEvery != 0)
        {
            return;
        }
        foreach (var (old, until) in _ended)
        {
            if (until <= now)
            {
                _ended.TryRemove(old, out _);
            }
        }
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
