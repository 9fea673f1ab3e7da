using System.Threading.Channels;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Stops what an account that was blocked has under way on this node: letters, streaming pages, open channels (R8). The next
/// request reads the account itself and ends the session.
/// </summary>
internal sealed partial class BlockedAccounts(
    AccountNews news, AccountRegister accounts, LiveRequests live, ILogger<BlockedAccounts> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = Channel.CreateUnbounded<string>();
        using var listening = news.Subscribe(uziNumber => changed.Writer.TryWrite(uziNumber));
        await foreach (var uziNumber in changed.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await accounts.FindAsync(uziNumber, stoppingToken) is { Status: AccountStatus.Blocked } account)
                {
                    live.EndAccount(uziNumber, account.Generation);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotEnded(e);
            }
        }
    }

    [LoggerMessage(EventId = 1040, Level = LogLevel.Error, Message = "What a blocked account has under way could not be stopped; its sessions end at their next request")]
    private partial void NotEnded(Exception error);
}
