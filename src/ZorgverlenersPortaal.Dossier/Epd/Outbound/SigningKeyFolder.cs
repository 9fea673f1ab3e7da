using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>Reads the signing keys of a folder: <c>current</c> signs; <c>next</c> and <c>previous</c> are only published.</summary>
internal static class SigningKeyFolder
{
    private static readonly string[] _names = ["current", "next", "previous"];
    private static readonly string[] _endings = [".pem", ".key", ".pfx", ".p12"];

    /// <summary>What is wrong with the folder, naming the key and the mend; null when it can be used.</summary>
    public static string? Fault(string folder, string password)
    {
        try
        {
            Read(folder, password);
            return null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return $"Epd:Smart:KeyFolder cannot be used ({e.Message}); put the signing key there as current.pem or current.pfx: RSA of at least 3072 bits or the curve P-384";
        }
    }

    /// <summary>The exceptions that a folder or file at fault gives; none of their messages holds key or password.</summary>
    public static bool IsUnreadable(Exception e) => e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>The signing key first, then the others. Throws what <see cref="IsUnreadable"/> knows.</summary>
    public static IReadOnlyList<SigningKey> Read(string folder, string password)
    {
        var keys = new List<SigningKey>();
        foreach (var name in _names)
        {
            var files = _endings.Select(ending => Path.Combine(folder, name + ending)).Where(File.Exists).ToList();
            if (files.Count > 1)
            {
                throw new IOException($"there are {files.Count} files for '{name}'");
            }
            keys.AddRange(files.Select(file => ReadFile(file, password)));
            if (keys.Count == 0)
            {
                throw new IOException("there is no file current.pem, current.key, current.pfx or current.p12");
            }
        }
        return keys;
    }

    private static SigningKey ReadFile(string file, string password)
    {
        try
        {
            return Path.GetExtension(file) is ".pfx" or ".p12" ? FromPkcs12(file, password) : FromPem(File.ReadAllText(file), password);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new CryptographicException($"{Path.GetFileName(file)}: {e.Message}", e);
        }
    }

    private static SigningKey FromPkcs12(string file, string password)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
        if (certificate.GetRSAPrivateKey() is { } rsa)
        {
            return SigningKey.Of(rsa);
        }
        return certificate.GetECDsaPrivateKey() is { } curve ? SigningKey.Of(curve) : throw new CryptographicException("it holds no private RSA or EC key");
    }

    // Which of the two it is shows only by trying; a key of the other kind throws.
    private static SigningKey FromPem(string text, string password) => TryImport(ECDsa.Create(), text, password) is { } curve
        ? SigningKey.Of(curve)
        : SigningKey.Of(TryImport(RSA.Create(), text, password) ?? throw new CryptographicException("it holds no private RSA or EC key, or the password is wrong"));

    private static T? TryImport<T>(T key, string text, string password) where T : AsymmetricAlgorithm
    {
        try
        {
            if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
            {
                key.ImportFromEncryptedPem(text, password);
            }
            else
            {
                key.ImportFromPem(text);
            }
            // A public key alone imports as well, and would fail only when it has to sign.
            CryptographicOperations.ZeroMemory(key.ExportPkcs8PrivateKey());
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }
}
