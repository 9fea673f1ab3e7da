using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Signs for a minute that it is the portal that redeems a code (private_key_jwt, RFC 7523).</summary>
internal sealed class DeziClientProof(DeziOptions options, TimeProvider clock)
{
    private const int IdBytes = 16;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(1);

    private readonly Lazy<SigningCredentials> _credentials = new(() => Credentials(options));
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>What the token request carries for it; nothing with the other ways.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() => options.Proof switch
    {
        DeziClientAuthentication.PrivateKeyJwt =>
        [
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            new("client_assertion", _handler.CreateToken(Claims(), _credentials.Value)),
        ],
        DeziClientAuthentication.TlsCertificate or DeziClientAuthentication.None => [],
    };

    private string Claims()
    {
        var now = clock.GetUtcNow();
        return JsonSerializer.Serialize(new
        {
            iss = options.ClientId,
            sub = options.ClientId,
            aud = options.Address("/token").AbsoluteUri,
            jti = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes)),
            iat = now.ToUnixTimeSeconds(),
            exp = (now + _lifetime).ToUnixTimeSeconds(),
        });
    }

    private static SigningCredentials Credentials(DeziOptions options)
    {
        var certificate = options.LoadClientCertificate();
        var key = new RsaSecurityKey(certificate.GetRSAPrivateKey());
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return new(key, SecurityAlgorithms.RsaSha256);
    }
}
