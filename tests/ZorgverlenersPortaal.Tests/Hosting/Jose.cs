using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Tokens by hand, good ones and hostile ones; no library that would refuse to make them.</summary>
internal static class Jose
{
    public static string Part(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    public static JsonObject Payload(string token) => (JsonObject)JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]))!;

    public static string Sign(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        var text = Part(header.ToJsonString()) + "." + Part(payload.ToJsonString());
        return text + "." + WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(text)));
    }

    public static string Rs256(JsonObject payload, RSA key, string kid) => Sign(
        new() { ["alg"] = "RS256", ["kid"] = kid, ["typ"] = "JWT" }, payload, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Es256(JsonObject payload, ECDsa key, string kid) =>
        Sign(new() { ["alg"] = "ES256", ["kid"] = kid, ["typ"] = "JWT" }, payload, bytes => key.SignData(bytes, HashAlgorithmName.SHA256));

    public static string Unsigned(JsonObject payload, string kid) => Sign(new() { ["alg"] = "none", ["kid"] = kid }, payload, _ => []);

    /// <summary>HS256 with the text of the public key as its secret: what a verifier that trusts "alg" takes for good.</summary>
    public static string Hs256(JsonObject payload, RSA key, string kid) => Sign(
        new() { ["alg"] = "HS256", ["kid"] = kid }, payload, bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), bytes));

    public static JsonObject PublicKey(RSA key, string kid)
    {
        var parameters = key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["kid"] = kid,
            ["use"] = "sig",
            ["n"] = WebEncoders.Base64UrlEncode(parameters.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(parameters.Exponent!),
        };
    }

    /// <summary>RFC 7638: the members in their order, without blanks.</summary>
    public static string Thumbprint(RSA key)
    {
        var jwk = PublicKey(key, "");
        return WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"e":"{{jwk["e"]}}","kty":"RSA","n":"{{jwk["n"]}}"}""")));
    }

    /// <summary>RSA-OAEP-256 with AES-256-GCM, or what the header says otherwise.</summary>
    public static string EncryptGcm(string text, RSA key, Action<JsonObject>? change = null)
    {
        JsonObject header = new() { ["alg"] = "RSA-OAEP-256", ["enc"] = "A256GCM", ["cty"] = "JWT" };
        change?.Invoke(header);
        var (secret, vector, tag, plain) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(12), new byte[16], Encoding.UTF8.GetBytes(text));
        var content = new byte[plain.Length];
        using var aes = new AesGcm(secret, tag.Length);
        aes.Encrypt(vector, plain, content, tag, Encoding.ASCII.GetBytes(Part(header.ToJsonString())));
        return Compact(header, key, secret, vector, content, tag);
    }

    /// <summary>RSA-OAEP-256 with A128CBC-HS256 (RFC 7518 5.2), by the book.</summary>
    public static string EncryptCbc(string text, RSA key)
    {
        JsonObject header = new() { ["alg"] = "RSA-OAEP-256", ["enc"] = "A128CBC-HS256" };
        var (secret, vector) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(16));
        using var aes = Aes.Create();
        aes.Key = secret[16..];
        var content = aes.EncryptCbc(Encoding.UTF8.GetBytes(text), vector);
        var associated = Encoding.ASCII.GetBytes(Part(header.ToJsonString()));
        var length = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(length, associated.Length * 8L);
        var tag = HMACSHA256.HashData(secret[..16], (byte[])[.. associated, .. vector, .. content, .. length])[..16];
        return Compact(header, key, secret, vector, content, tag);
    }

    private static string Compact(JsonObject header, RSA key, params byte[][] parts) => string.Join('.',
        [Part(header.ToJsonString()), WebEncoders.Base64UrlEncode(key.Encrypt(parts[0], RSAEncryptionPadding.OaepSHA256)), .. parts[1..].Select(WebEncoders.Base64UrlEncode)]);
}
