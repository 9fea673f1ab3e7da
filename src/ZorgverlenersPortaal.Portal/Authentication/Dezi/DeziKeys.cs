using Microsoft.IdentityModel.Tokens;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// The issuer's signing keys: published by the issuer and pinned by the hospital, both. A key that is withdrawn stops within a
/// quarter of an hour; one that is swapped never counts.
/// </summary>
internal sealed class DeziKeys(DeziHttp http, DeziOptions options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim _one = new(1, 1);
    private Published? _published;

    /// <summary>The key of this name; refuses one that is not published, or published and not pinned.</summary>
    public async Task<SecurityKey> FindAsync(string kid, CancellationToken cancellation)
    {
        var known = _published;
        if (known is not null && clock.GetUtcNow() - known.Read < _freshFor && Pinned(known, kid) is { } key)
        {
            return key;
        }
        var published = await RenewAsync(known, cancellation);
        return Pinned(published, kid) ?? throw (published.Keys.Any(k => k.Kid == kid)
            ? new DeziRefusedException(DeziRefusal.KeyNotPinned, "a published key that is not in Dezi:PinnedKeys")
            : new DeziRefusedException(DeziRefusal.KeyUnknown, "no published key has this name"));
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>Fetched anew, or what someone else fetched since <paramref name="known"/>.</summary>
    private async Task<Published> RenewAsync(Published? known, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return _published is { } other && !ReferenceEquals(other, known) ? other : _published = await FetchAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private JsonWebKey? Pinned(Published published, string kid) =>
        published.Keys.FirstOrDefault(key => key.Kid == kid && options.PinnedKeys.Contains(Thumbprint(key) ?? ""));

    private async Task<Published> FetchAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, options.Address("/jwks.json"));
        var (status, body) = await http.AskAsync(request, cancellation);
        try
        {
            return status == System.Net.HttpStatusCode.OK
                ? new([.. new JsonWebKeySet(System.Text.Encoding.UTF8.GetString(body)).Keys], clock.GetUtcNow())
                : throw new DeziRefusedException(DeziRefusal.AnswerMalformed, $"the keys answered {(int)status}");
        }
        catch (Exception e) when (e is ArgumentException or System.Text.Json.JsonException)
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, "the keys cannot be read");
        }
    }

    private static string? Thumbprint(JsonWebKey key)
    {
        try
        {
            return Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        }
        catch (ArgumentException)
        {
            // Neither RSA nor an elliptic curve, or half of one.
            return null;
        }
    }

    private sealed record Published(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset Read);
}
