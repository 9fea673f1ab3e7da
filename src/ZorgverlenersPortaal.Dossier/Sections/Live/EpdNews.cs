using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>Tells every node that something changed at the EPD. Only a wake-up, without a word of what: who hears it looks for itself.</summary>
public sealed class EpdNews(ISharedState state)
{
    private const string Channel = "epd-changed";

    /// <summary>Hears it, told on any node, until disposed.</summary>
    public IDisposable Subscribe(Action changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return state.Subscribe(Channel, _ => changed());
    }

    /// <summary>Tells it. A store that is away is no fault: whoever looks looks again by the clock.</summary>
    public async Task TellAsync()
    {
        try
        {
            await state.PublishAsync(Channel, [], CancellationToken.None);
        }
        catch (SharedStateUnavailableException)
        {
            // Then the next look is the one by the clock.
        }
    }
}
