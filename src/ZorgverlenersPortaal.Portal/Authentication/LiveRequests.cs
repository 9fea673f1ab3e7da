using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The requests under way at this node by session, so that they stop when it ends.</summary>
internal sealed class LiveRequests : IDisposable
{
    private readonly Dictionary<string, List<RequestLife>> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _blocked = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly SessionStore _sessions;
    private readonly AccessControl _access;
    private readonly IDisposable _listening;

    public LiveRequests(SessionStore sessions, AccessControl access) =>
        (_sessions, _access, _listening) = (sessions, access, sessions.WhenEnded(hash => End(hash, SessionEnd.Elsewhere)));

    /// <summary>Runs a request of a session; one whose session ended meanwhile is answered as one without a session.</summary>
    public async Task RunAsync(HttpContext context, CurrentSession session, Func<Task> next, Func<SessionEnd, Task> challenge)
    {
        using var life = new RequestLife(context, session.Session);
        var hash = session.Hash;
        Add(hash, life);
        // Between its judgement and this moment.
        if (_sessions.HasEnded(hash))
        {
            life.End(SessionEnd.Elsewhere);
        }
        else if (_blocked.TryGetValue(session.Session.Card.UziNumber, out var generation) && session.Session.AccountGeneration < generation)
        {
            life.End(SessionEnd.AccountEnded);
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
        catch (Exception e) when ((life.Ended is not null || life.IsWithdrawn) && !context.Response.HasStarted && !SharedStateUnavailableException.IsBehind(e))
        {
            life.Release();
            context.RequestAborted = aborted;
            context.Response.Clear();
            if (life.Ended is { } end)
            {
                await challenge(end);
            }
            else
            {
                // As anything else that is not this doctor's (R16), and in the trail before it is told (R2).
                await _access.RefuseWithdrawnAsync(context.Features.GetRequiredFeature<Visit>(), life.Withdrawn!);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        finally
        {
            context.RequestAborted = aborted;
            Remove(hash, life);
        }
    }

    /// <summary>Stops what an account that was blocked has under way, in sessions from before this generation of it.</summary>
    public void EndAccount(string uziNumber, int generation)
    {
        _blocked[uziNumber] = generation;
        RequestLife[] lives;
        lock (_gate)
        {
            lives = [.. _requests.Values.SelectMany(one => one).Where(life => life.Session.Card.UziNumber == uziNumber && life.Session.AccountGeneration < generation)];
        }
        Array.ForEach(lives, life => life.End(SessionEnd.AccountEnded));
    }

    /// <summary>The doctors with something under way: this one, and those whose requests rest on a delegation.</summary>
    public IReadOnlyList<string> Doctors(string uziNumber)
    {
        lock (_gate)
        {
            return
            [
                .. _requests.Values.SelectMany(one => one).Where(life => life.RestsOnDelegation || life.Session.Card.UziNumber == uziNumber)
                    .Select(life => life.Session.Card.UziNumber).Distinct(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Stops what this doctor has under way by any delegation but these.</summary>
    public void EndDelegations(string uziNumber, IReadOnlySet<string> inForce)
    {
        RequestLife[] lives;
        lock (_gate)
        {
            lives = [.. _requests.Values.SelectMany(one => one).Where(life => life.Session.Card.UziNumber == uziNumber)];
        }
        Array.ForEach(lives, life => life.Only(inForce));
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

    private void End(string hash, SessionEnd why)
    {
        RequestLife[] lives;
        lock (_gate)
        {
            lives = _requests.TryGetValue(hash, out var found) ? [.. found] : [];
        }
        Array.ForEach(lives, life => life.End(why));
    }
}
