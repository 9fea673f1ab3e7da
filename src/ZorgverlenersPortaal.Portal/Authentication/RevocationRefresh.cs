using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Reads the fed folder of revocation lists at start and every minute; never on the path of a request.</summary>
public sealed partial class RevocationRefresh(RevocationFolder folder, TimeProvider clock, ILogger<RevocationRefresh> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(1);
    private ITimer? _timer;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Read();
        _timer = clock.CreateTimer(_ => Read(), null, _every, _every);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    private void Read()
    {
        foreach (var load in folder.Load().Where(l => !l.Outcome.Accepted))
        {
            Refused(load.File, load.Outcome.Detail);
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Revocation list {File} was not taken: {Detail}")]
    private partial void Refused(string file, string detail);
}
