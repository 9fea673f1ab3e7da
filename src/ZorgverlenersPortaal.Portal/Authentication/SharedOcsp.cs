using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// One OCSP question per card per hour for all nodes (R8): who counts first asks, the others get the answer and verify it
/// themselves. An answer is told to every node at once. Without the shared state each node asks for itself.
/// </summary>
public sealed class SharedOcsp : IDisposable
{
    private const string Channel = "ocsp-answered";
    private const int Limit = 128 * 1024;

    /// <summary>How often who waits for another node's answer looks again.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    // The other node waits two seconds for the responder.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly ISharedState _state;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;

    /// <summary>Listens for what other nodes hear until disposed.</summary>
    public SharedOcsp(ISharedState state, IDataProtectionProvider protection, RevocationStore store, UziTrust trust, TimeProvider clock)
    {
        (_state, _protector, _clock) = (state, protection.CreateProtector("ocsp"), clock);
        _subscription = state.Subscribe(Channel, message => Hear(message)?.ReadInto(store, trust, clock.GetUtcNow()));
    }

    /// <summary>As <see cref="OcspSharing"/> says. Never throws for the shared state.</summary>
    public async Task<OcspExchange?> AskAsync(string card, Func<Task<OcspExchange?>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        bool isFirst;
        try
        {
            if (await FindAsync(card) is { } known)
            {
                return known;
            }
            isFirst = await _state.CountAsync("ocsp-asked:" + card, _hour, CancellationToken.None) == 1;
            if (!isFirst)
            {
                return await WaitAsync(card);
            }
        }
        catch (Exception e) when (SharedStateUnavailableException.IsBehind(e))
        {
            return await ask();
        }
        var exchange = await ask();
        if (exchange is not null)
        {
            await PassOnAsync(card, exchange);
        }
        return exchange;
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    private async Task PassOnAsync(string card, OcspExchange exchange)
    {
        try
        {
            var kept = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(exchange));
            await _state.SetAsync(AnswerKey(card), kept, _hour, CancellationToken.None);
            await _state.PublishAsync(Channel, kept, CancellationToken.None);
        }
        catch (Exception e) when (SharedStateUnavailableException.IsBehind(e))
        {
            // This node has its answer; the others wait out their hour and refuse meanwhile.
        }
    }

    private async Task<OcspExchange?> WaitAsync(string card)
    {
        var until = _clock.GetUtcNow() + _patience;
        while (_clock.GetUtcNow() < until)
        {
            await Task.Delay(_pause, _clock);
            if (await FindAsync(card) is { } answer)
            {
                return answer;
            }
        }
        return null;
    }

    // On the thread of the subscription, where nobody would catch it.
    private OcspExchange? Hear(byte[] message)
    {
        try
        {
            return message.Length <= Limit ? Open(message) : null;
        }
        catch (Exception e) when (SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    private async Task<OcspExchange?> FindAsync(string card) =>
        await _state.GetAsync(AnswerKey(card), CancellationToken.None) is { Length: <= Limit } kept ? Open(kept) : null;

    private OcspExchange? Open(byte[] kept)
    {
        try
        {
            return JsonSerializer.Deserialize<OcspExchange>(_protector.Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException && !SharedStateUnavailableException.IsBehind(e))
        {
            return null; // not ours, or of keys that are gone
        }
    }

    private static string AnswerKey(string card) => "ocsp:" + card;
}
