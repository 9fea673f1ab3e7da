using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Records late emergencies at the start and every hour, so that it depends on nobody who signs in or looks. What fails is tried
/// again the next hour: nothing is marked without its record.
/// </summary>
internal sealed partial class EmergencyEscalationEachHour(EmergencyEscalation escalation, TimeProvider clock, ILogger<EmergencyEscalationEachHour> logger) : BackgroundService
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(_hour, clock);
        do
        {
            try
            {
                await escalation.RecordAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotRecorded(e);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 1060, Level = LogLevel.Error, Message = "Emergencies that were not accounted for in time could not be recorded; tried again in an hour")]
    private partial void NotRecorded(Exception error);
}
