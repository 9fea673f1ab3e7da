using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Observability;

/// <summary>
/// Between being told to stop and stopping: the node serves as before, but <c>/health/ready</c> answers 503, so that a load balancer
/// sends new connections to the other node before this one refuses them.
/// </summary>
internal sealed partial class Draining(PortalOptions options, TimeProvider clock, ILogger<Draining> log) : IHostedLifecycleService
{
    /// <summary>The node was told to stop.</summary>
    public bool HasBegun { get; private set; }

    // Kestrel stops in StopAsync, which the host only calls when this is done.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        if (options.DrainSeconds > 0)
        {
            Begun(options.DrainSeconds);
            await Task.Delay(TimeSpan.FromSeconds(options.DrainSeconds), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5010, LogLevel.Information, "Told to stop; for {Seconds} s /health/ready says so, and everything is served as before")]
    private partial void Begun(double seconds);
}
