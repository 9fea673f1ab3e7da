using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>Gives emergencies their cases at the start and every few minutes, so that it depends on no officer who looks. What fails is tried again.</summary>
internal sealed partial class EmergencyReviewsInRounds(EmergencyReviews reviews, TimeProvider clock, ILogger<EmergencyReviewsInRounds> logger) : BackgroundService
{
    private static readonly TimeSpan _round = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(_round, clock);
        do
        {
            try
            {
                await reviews.BringAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotBrought(e);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 1070, Level = LogLevel.Error, Message = "Emergencies could not be given their cases; tried again in five minutes")]
    private partial void NotBrought(Exception error);
}
