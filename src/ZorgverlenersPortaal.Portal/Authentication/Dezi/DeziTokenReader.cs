using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// Reads a signed token: allowed algorithm, pinned key, right signature. Says nothing of its claims: <see cref="DeziClaims"/> does.
/// </summary>
internal sealed class DeziTokenReader(DeziKeys keys)
{
    /// <summary>Signatures with a private key. "none" and the HMACs are not among them, so a public key is never taken for a secret.</summary>
    internal static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = DeziHttp.LongestAnswer };

    /// <summary>The token, when its signature counts.</summary>
    public async Task<DeziClaims> ReadAsync(string token, CancellationToken cancellation)
    {
        var jwt = Parse(token);
        if (!Algorithms.Contains(jwt.Alg, StringComparer.Ordinal))
        {
            throw new DeziRefusedException(DeziRefusal.AlgorithmNotAllowed, "signed with another algorithm");
        }
        // A header that asks for something we do not know must not be passed over (RFC 7515 4.1.11).
        if (jwt.TryGetHeaderValue<object>("crit", out _))
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, "a critical header");
        }
        var result = await _handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            IssuerSigningKey = await keys.FindAsync(jwt.Kid, cancellation),
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            // By DeziClaims, with the portal's own clock and a refusal for each.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid ? new(jwt) : throw new DeziRefusedException(DeziRefusal.SignatureInvalid, result.Exception?.GetType().Name ?? "");
    }

    private static JsonWebToken Parse(string token)
    {
        if (token.AsSpan().Count('.') != 2)
        {
            throw new DeziRefusedException(DeziRefusal.NotSigned, "not in three parts");
        }
        try
        {
            return new(token);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, "a token that cannot be read");
        }
    }
}
