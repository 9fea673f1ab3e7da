using System.Threading.Channels;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Stops what rests on a delegation that ended, or whose giver was blocked, or whose practice the doctor left, on this node: letters and pages under way (R8). The
/// session stands; the next request is judged anew.
/// </summary>
internal sealed partial class EndedDelegations(
    AccountNews news, ReceivedDelegations delegations, LiveRequests live, ILogger<EndedDelegations> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = Channel.CreateUnbounded<string>();
        using var listening = news.Subscribe(uziNumber => changed.Writer.TryWrite(uziNumber));
        await foreach (var uziNumber in changed.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (var doctor in live.Doctors(uziNumber))
            {
                await LookAsync(doctor, stoppingToken);
            }
        }
    }

    private async Task LookAsync(string doctor, CancellationToken cancellation)
    {
        try
        {
            var received = await delegations.OfAsync(doctor, cancellation);
            live.EndDelegations(doctor, received.Where(one => one.State == DelegationState.InForce).Select(one => one.Id).ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            NotEnded(e);
        }
    }

    [LoggerMessage(EventId = 1041, Level = LogLevel.Error, Message = "What rests on delegations that ended could not be stopped; the next request is judged anew")]
    private partial void NotEnded(Exception error);
}
