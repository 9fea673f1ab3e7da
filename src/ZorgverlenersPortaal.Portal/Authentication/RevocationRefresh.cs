using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Keeps the revocation lists fresh, never on the path of a request: the fed folder every minute, the addresses every
/// quarter of an hour, and OCSP for the cards of running sessions whose list is too old.
/// </summary>
public sealed class RevocationRefresh(
    RevocationFolder folder, RevocationFetcher fetcher, OcspClient ocsp, RevocationWatch watch, RevocationOptions options)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _reading = new(1);
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly List<ITimer> _timers = [];

    private bool _isDisposed;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: what is on disk. The network may be slow or gone, and nobody waits for it.
        watch.Saw(fetcher.LoadKept());
        watch.Saw(folder.Load());
        var fetchEvery = TimeSpan.FromMinutes(options.RefreshMinutes);
        _timers.Add(watch.Clock.CreateTimer(_ => _ = RunAsync(_reading, ReadAsync), null, _minute, _minute));
        _timers.Add(watch.Clock.CreateTimer(_ => _ = RunAsync(_fetching, FetchAsync), null, TimeSpan.Zero, fetchEvery));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _timers.ForEach(timer => timer.Dispose());
        // A host that is stopped after it was disposed has nothing left to stop.
        if (!_isDisposed)
        {
            await _stopping.CancelAsync();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isDisposed = true;
        _timers.ForEach(timer => timer.Dispose());
        _stopping.Dispose();
        _reading.Dispose();
        _fetching.Dispose();
    }

    /// <summary>One round of every minute: the fed folder, the ages, and OCSP for whom it is needed.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        watch.Saw(folder.Load());
        watch.Look();
        watch.Saw(await ocsp.AskWaitingAsync(cancellation));
    }

    /// <summary>One round of every quarter of an hour: the addresses.</summary>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        watch.Saw(await fetcher.FetchAsync(cancellation));
        watch.Look();
    }

    // A round that is still under way when the next is due takes its place.
    private async Task RunAsync(SemaphoreSlim one, Func<CancellationToken, Task> round)
    {
        try
        {
            if (!await one.WaitAsync(0, CancellationToken.None))
            {
                return;
            }
            try
            {
                await round(_stopping.Token);
            }
            finally
            {
                one.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && _stopping.IsCancellationRequested)
        {
            // The portal stops.
        }
        catch (Exception e)
        {
            watch.Failed(e);
        }
    }
}
