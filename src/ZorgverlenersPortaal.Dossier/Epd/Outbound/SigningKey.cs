using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>A key that signs for the portal: RSA of at least 3072 bits (RS384) or the curve P-384 (ES384).</summary>
internal sealed class SigningKey
{
    private const int SmallestRsa = 3072;
    private readonly ECParameters? _curve;
    private readonly RSAParameters? _rsa;

    private SigningKey(SecurityKey key, string algorithm, RSAParameters? rsa, ECParameters? curve)
    {
        (_rsa, _curve) = (rsa, curve);
        // The name of a key is its thumbprint (RFC 7638): two keys never share one, and nobody has to think one up.
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        // A provider kept by the library would outlive the key it was made of.
        key.CryptoProviderFactory = new() { CacheSignatureProviders = false };
        Credentials = new(key, algorithm);
    }

    /// <summary>Signs; holds the private key.</summary>
    public SigningCredentials Credentials { get; }

    /// <summary>Name of the key in tokens and in the key set.</summary>
    public string Id => Credentials.Key.KeyId;

    /// <summary>Throws <see cref="CryptographicException"/> for a key that is too weak.</summary>
    public static SigningKey Of(RSA key) => key.KeySize < SmallestRsa
        ? throw new CryptographicException($"an RSA key of {key.KeySize} bits; at least {SmallestRsa} are needed")
        : new(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha384, key.ExportParameters(false), null);

    /// <summary>Throws <see cref="CryptographicException"/> for another curve than P-384: ES384 knows no other.</summary>
    public static SigningKey Of(ECDsa key)
    {
        var parameters = key.ExportParameters(false);
        return parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP384.Oid.Value
            ? new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha384, null, parameters)
            : throw new CryptographicException("an elliptic curve other than P-384");
    }

    /// <summary>The public half as a JSON Web Key. Member by member, so that no private one can slip in.</summary>
    public void WritePublic(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kty", _rsa is null ? "EC" : "RSA");
        json.WriteString("kid", Id);
        json.WriteString("use", "sig");
        json.WriteString("alg", Credentials.Algorithm);
        json.WriteStartArray("key_ops");
        json.WriteStringValue("verify");
        json.WriteEndArray();
        if (_rsa is { } rsa)
        {
            json.WriteString("n", Base64UrlEncoder.Encode(rsa.Modulus));
            json.WriteString("e", Base64UrlEncoder.Encode(rsa.Exponent));
        }
        if (_curve is { } curve)
        {
            json.WriteString("crv", "P-384");
            json.WriteString("x", Base64UrlEncoder.Encode(curve.Q.X));
            json.WriteString("y", Base64UrlEncoder.Encode(curve.Q.Y));
        }
        json.WriteEndObject();
    }
}
