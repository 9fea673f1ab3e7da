using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The revocation lists in the shared state: a small index of what there is, and each list under its own hash. Encrypted and
/// signed like all else there; what comes out is still nothing but an offer to <see cref="RevocationStore"/>.
/// </summary>
internal sealed class SharedLists(ISharedState state, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Bytes of the longest list that is passed on (some 100,000 cards); a longer one every node fetches for itself.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const string IndexKey = "crl-index";
    private const int Tries = 5;

    // A list lasts until its nextUpdate, and the index longer than any list of cards.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("revocation");

    /// <summary>The index as it is kept, to see whether it changed; null when there is none.</summary>
    public Task<byte[]?> IndexAsync(CancellationToken cancellation) => state.GetAsync(IndexKey, cancellation);

    /// <summary>Name and hash of every list in an index; empty when it cannot be read.</summary>
    public IReadOnlyDictionary<string, string> Read(byte[]? index)
    {
        if (index is null)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }
        return Open(IndexKey, index) is { } json
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>The list of this hash; null when it is not there, or something else is.</summary>
    public async Task<byte[]?> ListAsync(string hash, CancellationToken cancellation)
    {
        var kept = await state.GetAsync(ListKey(hash), cancellation);
        var list = kept is null ? null : Open(ListKey(hash), kept);
        return list is not null && Convert.ToHexString(SHA256.HashData(list)) == hash ? list : null;
    }

    /// <summary>Keeps a list and names it in the index. False: others kept changing the index; try again later.</summary>
    public async Task<bool> KeepAsync(RevocationNews news, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(news);
        var left = news.Until - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return true;
        }
        var life = left < _longest ? left : _longest;
        await state.SetAsync(ListKey(news.Hash), Protector(ListKey(news.Hash)).Protect(news.Der.ToArray()), life, cancellation);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var before = await IndexAsync(cancellation);
            var index = new SortedDictionary<string, string>(Read(before).ToDictionary(), StringComparer.Ordinal) { [news.List] = news.Hash };
            var after = Protector(IndexKey).Protect(JsonSerializer.SerializeToUtf8Bytes(index));
            if (await state.ReplaceAsync(IndexKey, before, after, _longest, cancellation))
            {
                return true;
            }
        }
        return false;
    }

    private byte[]? Open(string key, byte[] kept)
    {
        try
        {
            return Protector(key).Unprotect(kept);
        }
        catch (CryptographicException e) when (!SharedStateUnavailableException.IsBehind(e))
        {
            return null; // not ours, or of keys that are gone
        }
    }

    private IDataProtector Protector(string key) => _protector.CreateProtector(key);

    private static string ListKey(string hash) => "crl:" + hash;
}
