using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// One request of a session: when the session ends, on whichever node, what the request still waits for is cancelled, and
/// from then on none of its bytes leave (R8).
/// </summary>
internal sealed class RequestLife(HttpContext context, PortalSession session) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, AccessDecision> _delegations = new(StringComparer.Ordinal);
    private IReadOnlySet<string>? _inForce;
    private bool _started;
    private bool _released;
    private bool _done;

    /// <summary>The session it belongs to.</summary>
    public PortalSession Session => session;

    /// <summary>Why the session ended while the request ran; null when it did not.</summary>
    public SessionEnd? Ended { get; private set; }

    /// <summary>A delegation it rests on is over: the session stands, but this request may show nothing more.</summary>
    public bool IsWithdrawn => Withdrawn is not null;

    /// <summary>The decision that no longer holds because its delegation is over.</summary>
    public AccessDecision? Withdrawn { get; private set; }

    /// <summary>Cancelled when the session ends, or a delegation that the request rests on.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>What it shows, it shows by this delegation and decision; when the delegation is over already, nothing more is shown.</summary>
    public void RestsOn(string delegationId, AccessDecision decision)
    {
        lock (_gate)
        {
            _delegations[delegationId] = decision;
            Withdraw();
        }
    }

    /// <summary>Only these delegations of the doctor are in force now. Kept: the request may be about to say what it rests on.</summary>
    public void Only(IReadOnlySet<string> inForce)
    {
        lock (_gate)
        {
            _inForce = inForce;
            Withdraw();
        }
    }

    /// <summary>Does it rest on any delegation?</summary>
    public bool RestsOnDelegation
    {
        get
        {
            lock (_gate)
            {
                return _delegations.Count > 0;
            }
        }
    }

    /// <summary>The request ends its session itself, or tells of the end: it may finish, and what it still waits for is not cancelled.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _released = true;
        }
    }

    /// <summary>The session is over.</summary>
    public void End(SessionEnd why)
    {
        lock (_gate)
        {
            if (Ended is not null || _done || _released)
            {
                return;
            }
            Ended = why;
            if (_started)
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
            if ((Ended is not null || IsWithdrawn) && !_released)
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

    private void Withdraw()
    {
        if (Ended is not null || _done || IsWithdrawn || _inForce is null || _delegations.Keys.FirstOrDefault(id => !_inForce.Contains(id)) is not { } over)
        {
            return;
        }
        Withdrawn = _delegations[over];
        if (_started && !_released)
        {
            context.Abort();
        }
        _ = _stop.CancelAsync();
    }
}
