using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Signs that it is the portal that asks for a token (private_key_jwt; fhir.md §4.6). The only place that writes a token.</summary>
internal sealed class ClientAssertion(EpdSmartOptions options, SigningKeys keys, TimeProvider clock)
{
    private const int IdBytes = 16;

    /// <summary>At most five minutes are allowed (SMART); clocks may differ by two.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(3);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for this endpoint, for one use.</summary>
    public string For(Uri tokenEndpoint) => _handler.CreateToken(
        JsonSerializer.Serialize(new
        {
            iss = options.ClientId,
            sub = options.ClientId,
            aud = tokenEndpoint.AbsoluteUri,
            jti = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(IdBytes)),
            exp = (clock.GetUtcNow() + _lifetime).ToUnixTimeSeconds(),
        }),
        keys.Current.Credentials);
}
