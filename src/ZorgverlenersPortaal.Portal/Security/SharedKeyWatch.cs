using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>Keeps the keys of this node and those in the shared state the same, every five seconds.</summary>
public sealed partial class SharedKeyWatch(SharedKeyRing ring, SharedKeyManager keys, TimeProvider clock, ILogger<SharedKeyWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        var isReachable = true;
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                if (await ring.MeetAsync())
                {
                    keys.Forget();
                }
                isReachable = true;
            }
            catch (SharedStateUnavailableException e)
            {
                if (isReachable)
                {
                    Unreachable(e.Message);
                }
                isReachable = false;
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(1204, LogLevel.Error, "The shared state is gone, and everyone is refused until it is back: {Detail}")]
    private partial void Unreachable(string detail);
}
