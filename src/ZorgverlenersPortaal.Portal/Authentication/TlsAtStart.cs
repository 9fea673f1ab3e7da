using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Before the first connection: says which TLS holds, and in Production does not start with less than the profile.</summary>
internal sealed partial class TlsAtStart(PortalSettings settings, IHostEnvironment environment, TimeProvider clock, ILogger<TlsAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (ServerCertificateValidity.Fault(settings.Portal, clock.GetUtcNow()) is { } ended)
        {
            throw new SettingsException([ended]);
        }
        var found = await TlsInForce.TryAsync(settings);
        if (found.Fault is { } fault)
        {
            if (environment.IsProduction())
            {
                throw new SettingsException([$"Portal:TlsProfile: {fault}"]);
            }
            LogWeak(fault);
        }
        if (settings.Portal.Profile == TlsProfile.Sufficient)
        {
            LogLoosened();
        }
        if (ConnectionLimit.Fault is { } few)
        {
            LogFewHandles(few);
        }
        LogProfile(settings.Portal.Profile, found.Description);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "TLS profile {Profile}: {Description}")]
    private partial void LogProfile(TlsProfile profile, string description);

    [LoggerMessage(EventId = 1211, Level = LogLevel.Warning, Message = "LOOSENED Portal:TlsProfile=Sufficient: TLS 1.2 is admitted beside 1.3; set Good when all card software can do RSA-PSS")]
    private partial void LogLoosened();

    [LoggerMessage(EventId = 1215, Level = LogLevel.Warning, Message = "Few connections: {Fault}")]
    private partial void LogFewHandles(string fault);

    [LoggerMessage(EventId = 1212, Level = LogLevel.Warning, Message = "TLS is weaker than its profile; Production would not start: {Fault}")]
    private partial void LogWeak(string fault);
}
