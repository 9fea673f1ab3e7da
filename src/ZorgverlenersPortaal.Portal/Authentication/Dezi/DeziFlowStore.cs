using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// The visits to Dezi that are under way, shared by all nodes, found by a hash of their state and encrypted. Each can be taken
/// once, by whoever comes first.
/// </summary>
public sealed class DeziFlowStore(ISharedState state, IDataProtectionProvider protection)
{
    /// <summary>Long enough to find a telephone and type a code.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A whole practice behind one address stays far below it; a script that fills the store does not.</summary>
    internal const int StartsPerMinute = 30;

    private static readonly TimeSpan _proofLifetime = TimeSpan.FromMinutes(2);
    private const int LongestState = 64;
    private readonly IDataProtector _protector = protection.CreateProtector("dezi-flow");

    /// <summary>Counts a start from this address; false when there are too many within a minute.</summary>
    public async Task<bool> MayStartAsync(string address, CancellationToken cancellation) =>
        await state.CountAsync("dezi-starts:" + address, TimeSpan.FromMinutes(1), cancellation) <= StartsPerMinute;

    /// <summary>Keeps a visit under its state.</summary>
    public Task KeepAsync(string flowState, DeziFlow flow, CancellationToken cancellation) => KeepAsync(Key(flowState), flow, Lifetime, cancellation);

    /// <summary>The visit of this state, which is gone afterwards; null when there is none, or it is not what was kept.</summary>
    public async Task<DeziFlow?> TakeAsync(string flowState, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(flowState);
        return flowState.Length is > 0 and <= LongestState ? await OpenAsync<DeziFlow>(Key(flowState), cancellation) : null;
    }

    /// <summary>Notes that the person of this session proved anew who it is.</summary>
    public Task ProveAsync(string session, DateTimeOffset when, CancellationToken cancellation) =>
        KeepAsync(ProofKey(session), new Proof(when), _proofLifetime, cancellation);

    /// <summary>Takes that note; null when there is none.</summary>
    public async Task<DateTimeOffset?> TakeProofAsync(string session, CancellationToken cancellation) =>
        await OpenAsync<Proof>(ProofKey(session), cancellation) is { } proof ? proof.When : null;

    private Task KeepAsync<T>(string key, T value, TimeSpan lifetime, CancellationToken cancellation) =>
        state.SetAsync(key, Protector(key).Protect(JsonSerializer.SerializeToUtf8Bytes(value)), lifetime, cancellation);

    private async Task<T?> OpenAsync<T>(string key, CancellationToken cancellation) where T : class
    {
        if (await state.TakeAsync(key, cancellation) is not { } kept)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<T>(Protector(key).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException && !SharedStateUnavailableException.IsBehind(e))
        {
            return null;
        }
    }

    // A visit copied to another key does not open there.
    private IDataProtector Protector(string key) => _protector.CreateProtector(key);

    private static string ProofKey(string session) => "dezi-proof:" + session;

    private static string Key(string flowState) => "dezi:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(flowState)));

    private sealed record Proof(DateTimeOffset When);
}
