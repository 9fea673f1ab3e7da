using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>
/// Opens a compact JWE (RFC 7516) for the portal's key: RSA-OAEP-256 and AES-GCM or AES-CBC-HMAC. Ours, because the library knows
/// neither RSA-OAEP-256 nor GCM outside Windows (docs/adr/0019). What is wrong is never told apart to the outside.
/// </summary>
internal sealed class DeziDecryption(DeziOptions options) : IDisposable
{
    private const string KeyAlgorithm = "RSA-OAEP-256";
    private const int GcmTagBytes = 16;
    private readonly Lazy<RSA?> _key = new(options.LoadDecryptionKey);

    /// <summary>The text inside. Refuses other algorithms, compression, critical headers, and whatever does not open.</summary>
    public string Open(string token)
    {
        if (token.Split('.') is not { Length: 5 } parts)
        {
            throw new DeziRefusedException(DeziRefusal.DecryptionFailed, "not five parts");
        }
        try
        {
            var enc = Encryption(WebEncoders.Base64UrlDecode(parts[0]));
            if (_key.Value is not { } key)
            {
                throw new DeziRefusedException(DeziRefusal.DecryptionFailed, "encrypted, and Dezi:DecryptionKey is empty");
            }
            var secret = key.Decrypt(WebEncoders.Base64UrlDecode(parts[1]), RSAEncryptionPadding.OaepSHA256);
            var sealedText = new Sealed(
                secret, WebEncoders.Base64UrlDecode(parts[2]), WebEncoders.Base64UrlDecode(parts[3]), WebEncoders.Base64UrlDecode(parts[4]), Encoding.ASCII.GetBytes(parts[0]));
            return Encoding.UTF8.GetString(enc.EndsWith("GCM", StringComparison.Ordinal) ? OpenGcm(enc, sealedText) : OpenCbc(enc, sealedText));
        }
        // InvalidOperationException: a JSON text that is no UTF-8.
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException or JsonException or InvalidOperationException or SecurityTokenException)
        {
            throw new DeziRefusedException(DeziRefusal.DecryptionFailed, "does not open: " + e.GetType().Name);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value?.Dispose();
        }
    }

    private static string Encryption(byte[] header)
    {
        using var json = JsonDocument.Parse(header);
        var (algorithm, enc) = (Text(json, "alg"), Text(json, "enc"));
        // Compression is how a small answer becomes a large one.
        var isAllowed = algorithm == KeyAlgorithm && KeyBytes(enc) > 0
            && !json.RootElement.TryGetProperty("zip", out _) && !json.RootElement.TryGetProperty("crit", out _);
        return isAllowed ? enc! : throw new DeziRefusedException(DeziRefusal.AlgorithmNotAllowed, "encrypted in another way");
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.ValueKind == JsonValueKind.Object
        && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] OpenGcm(string enc, Sealed text)
    {
        RequireLength(enc, text.Secret);
        var opened = new byte[text.Content.Length];
        using var aes = new AesGcm(text.Secret, GcmTagBytes);
        aes.Decrypt(text.Vector, text.Content, text.Tag, opened, text.Header);
        return opened;
    }

    private static byte[] OpenCbc(string enc, Sealed text)
    {
        RequireLength(enc, text.Secret);
        using var aes = new AuthenticatedEncryptionProvider(new SymmetricSecurityKey(text.Secret), enc);
        return aes.Decrypt(text.Content, text.Header, text.Vector, text.Tag);
    }

    private static void RequireLength(string enc, byte[] secret)
    {
        if (secret.Length != KeyBytes(enc))
        {
            throw new CryptographicException("The content key has another length.");
        }
    }

    private static int KeyBytes(string? enc) => enc switch
    {
        SecurityAlgorithms.Aes128Gcm => 16,
        SecurityAlgorithms.Aes256Gcm or SecurityAlgorithms.Aes128CbcHmacSha256 => 32,
        SecurityAlgorithms.Aes256CbcHmacSha512 => 64,
        _ => 0,
    };

    private sealed record Sealed(byte[] Secret, byte[] Vector, byte[] Content, byte[] Tag, byte[] Header);
}
