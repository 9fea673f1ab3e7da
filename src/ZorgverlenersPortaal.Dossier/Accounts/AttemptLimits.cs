using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Dossier.State;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Counts what strangers try, for all nodes together. Throws <see cref="SharedStateUnavailableException"/>: no count, no try.</summary>
internal sealed class AttemptLimits(ISharedState state)
{
    /// <summary>False once this was tried more often than allowed; the first try starts the time.</summary>
    public async Task<bool> AllowsAsync(string what, string? who, int most, TimeSpan within, CancellationToken cancellation) =>
        await CountAsync(what, who, within, cancellation) <= most;

    /// <summary>How often this was tried, this time included; the first try starts the time.</summary>
    public Task<long> CountAsync(string what, string? who, TimeSpan within, CancellationToken cancellation)
    {
        // Hashed: the shared state holds neither addresses nor numbers.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{who}")));
        return state.CountAsync($"attempts:{hash}", within, cancellation);
    }
}
