using System.Threading.Channels;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Ends the sessions of an account that was blocked, with what they have in flight: letters, streaming pages, open channels
/// (R8). Every request reads the account anyway; this is for what no request asks again.
/// </summary>
internal sealed partial class BlockedAccounts(
    AccountNews news, AccountRegister accounts, SessionStore sessions, ILogger<BlockedAccounts> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = Channel.CreateUnbounded<string>();
        using var listening = news.Subscribe(uziNumber => changed.Writer.TryWrite(uziNumber));
        await foreach (var uziNumber in changed.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await accounts.FindAsync(uziNumber, stoppingToken) is not { Status: AccountStatus.Active })
                {
                    await sessions.EndAllAsync(uziNumber, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotEnded(e);
            }
        }
    }

    [LoggerMessage(EventId = 1040, Level = LogLevel.Error, Message = "The sessions of a blocked account could not be ended; each ends at its next request")]
    private partial void NotEnded(Exception error);
}
