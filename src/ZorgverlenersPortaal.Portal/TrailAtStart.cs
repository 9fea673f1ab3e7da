using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal;

/// <summary>Opens the trail before the first request, so that a portal that cannot record does not start.</summary>
internal sealed partial class TrailAtStart(AuditTrail trail, ILogger<TrailAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (trail.Weakness is { } weakness)
        {
            LogWeakness(weakness);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1210, Level = LogLevel.Warning, Message = "The trail is not safe from the portal's own database role: {Weakness}. Production refuses this.")]
    private partial void LogWeakness(string weakness);
}
