using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// The ECDSA P-256 key that signs checkpoints, in a PEM file. It must be out of reach of whoever can change the trail.
/// A file may hold several keys: the first signs, all of them verify, so that a key can be replaced.
/// </summary>
public static class AuditCheckpointKey
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Makes a key file that only its owner can read; throws IOException when the file exists.</summary>
    public static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.WriteThrough,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The public keys in the file as PEM, for whoever verifies the trail.</summary>
    public static string PublicKeys(string path)
    {
        var keys = Load(path);
        try
        {
            return string.Concat(keys.Select(key => key.ExportSubjectPublicKeyInfoPem() + "\n"));
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    /// <summary>The keys in the file, the first of which can sign; throws ArgumentException when it cannot.</summary>
    internal static List<ECDsa> LoadForSigning(string path)
    {
        var keys = Load(path);
        try
        {
            keys[0].SignHash(new byte[SHA256.HashSizeInBytes]);
            return keys;
        }
        catch (CryptographicException fault)
        {
            keys.ForEach(key => key.Dispose());
            throw new ArgumentException($"The first key in {path} is public and cannot sign.", nameof(path), fault);
        }
    }

    /// <summary>The keys in the file, private or public; throws ArgumentException when one is not P-256.</summary>
    internal static List<ECDsa> Load(string path)
    {
        var text = File.ReadAllText(path);
        var keys = new List<ECDsa>();
        try
        {
            for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var pem); rest = rest[pem.Location.End..])
            {
                var key = ECDsa.Create();
                keys.Add(key);
                key.ImportFromPem(rest[pem.Location]);
                if (!string.Equals(key.ExportParameters(false).Curve.Oid.Value, P256, StringComparison.Ordinal))
                {
                    throw new CryptographicException("The curve is another one.");
                }
            }

            return keys.Count > 0 ? keys : throw new CryptographicException("There is no key in it.");
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            keys.ForEach(key => key.Dispose());
            throw new ArgumentException(
                $"{path} is not a PEM file with ECDSA P-256 keys: {fault.Message}", nameof(path), fault);
        }
    }
}
