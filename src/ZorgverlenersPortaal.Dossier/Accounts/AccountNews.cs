using System.Text;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>
/// Tells every node that an account was blocked or changed, so that what is under way for it can be broken off at once. Only a
/// wake-up: every request reads the account itself (R8).
/// </summary>
public sealed class AccountNews(ISharedState state)
{
    private const string Channel = "account-changed";
    private const int UziNumberLength = 9;

    /// <summary>Hears the UZI number of every account that changes, on any node, until disposed.</summary>
    public IDisposable Subscribe(Action<string> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return state.Subscribe(Channel, message =>
        {
            if (message.Length == UziNumberLength)
            {
                changed(Encoding.ASCII.GetString(message));
            }
        });
    }

    /// <summary>Tells it; the change itself stands already, so a store that is away is no fault.</summary>
    internal async Task TellAsync(string uziNumber)
    {
        try
        {
            await state.PublishAsync(Channel, Encoding.ASCII.GetBytes(uziNumber), CancellationToken.None);
        }
        catch (SharedStateUnavailableException)
        {
            // The account is read at every request; nobody waits for this word.
        }
    }
}
