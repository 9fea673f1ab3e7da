using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The sessions of each doctor, one value per UZI number: a session that is not in it is none. So all sessions of an account
/// end by taking one value away, in one step and also when the store is full.
/// </summary>
internal sealed class SessionIndex(ISharedState state, IDataProtectionProvider protection, TimeProvider clock, TimeSpan longest)
{
    /// <summary>Each lost race means that another one won: with so many at once something else is wrong.</summary>
    private const int MaximumAttempts = 100;

    private readonly SealedState _sealed = new(state, protection, "sessions");

    /// <summary>The sessions of this doctor; <see cref="SessionUnreadableException"/> when the list was edited or copied.</summary>
    public async Task<IReadOnlyList<SessionEntry>> ReadAsync(string uziNumber, CancellationToken cancellation) =>
        Current(await _sealed.ReadAsync<SessionEntry[]>(Key(uziNumber), cancellation));

    /// <summary>Changes the list; of two changes at once each is made on what the other left.</summary>
    public async Task ChangeAsync(
        string uziNumber, Func<IReadOnlyList<SessionEntry>, Task<IReadOnlyList<SessionEntry>>> change, CancellationToken cancellation)
    {
        var key = Key(uziNumber);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var kept = await state.GetAsync(key, cancellation);
            var before = Current(_sealed.Open<SessionEntry[]>(key, kept));
            var after = await change(before);
            if (await state.ReplaceAsync(key, kept, _sealed.Seal(key, after), longest, cancellation))
            {
                return;
            }
        }
        throw new SharedStateUnavailableException("The list of sessions kept changing.");
    }

    /// <summary>Forgets all of them; when this returns none of them is a session any more, on any node.</summary>
    public Task ClearAsync(string uziNumber, CancellationToken cancellation) => state.RemoveAsync(Key(uziNumber), cancellation);

    private IReadOnlyList<SessionEntry> Current(SessionEntry[]? kept)
    {
        var oldest = clock.GetUtcNow() - longest;
        return kept is null ? [] : [.. kept.Where(entry => entry.Started > oldest)];
    }

    private static string Key(string uziNumber) => "sessions:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("uzi " + uziNumber)));
}
