namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// One request of a session: when the session ends, on whichever node, what the request still waits for is cancelled, and
/// from then on none of its bytes leave (R8).
/// </summary>
internal sealed class RequestLife(HttpContext context) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _started;
    private bool _released;
    private bool _done;

    /// <summary>The session ended while the request ran.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>The request ends its session itself, or tells of the end: it may finish.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _released = true;
        }
    }

    /// <summary>The session is over.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (HasEnded || _done)
            {
                return;
            }
            HasEnded = true;
            if (_started && !_released)
            {
                context.Abort();
            }
            // Whoever waits goes on elsewhere: this may be the thread that hears the shared state.
            _ = _stop.CancelAsync();
        }
    }

    /// <summary>The first byte is about to leave; after an end it does not.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _started = true;
            if (HasEnded && !_released)
            {
                context.Abort();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _done = true;
            _stop.Dispose();
        }
    }
}
