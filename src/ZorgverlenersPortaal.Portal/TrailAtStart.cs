using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal;

/// <summary>Opens the trail before the first request, so that a portal that cannot record does not start.</summary>
internal sealed class TrailAtStart(AuditTrail trail) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = trail.Health;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
