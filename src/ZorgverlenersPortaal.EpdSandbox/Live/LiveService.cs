namespace ZorgverlenersPortaal.EpdSandbox.Live;

/// <summary>Takes a live step every so many seconds (--live).</summary>
internal sealed class LiveService(LiveHospital hospital, SandboxOptions options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.LiveSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            hospital.Step();
        }
    }
}
