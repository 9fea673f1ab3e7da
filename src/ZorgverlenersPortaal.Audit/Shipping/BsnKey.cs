using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// The key of 256 bits by which the index knows a BSN again without holding it (R6): HMAC-SHA256. All nodes need the same file. Who
/// has it and the index can try all BSNs: it belongs where the index's administrators cannot read it.
/// </summary>
public sealed class BsnKey
{
    private const int Bytes = 32;

    private readonly byte[] _key;

    private BsnKey(byte[] key) => _key = key;

    /// <summary>Tells whether two keys are the same, and nothing else of them.</summary>
    internal byte[] Proof => HMACSHA256.HashData(_key, "proof"u8);

    /// <summary>Makes a key file that only its owner can read; throws IOException when the file exists.</summary>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(Bytes));
    }

    /// <summary>Reads the file; throws ArgumentException when it holds no key, and IOException.</summary>
    public static BsnKey Load(string path)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == Bytes ? new(key) : throw new ArgumentException($"{path} is not a key of {Bytes} bytes", nameof(path));
    }

    /// <summary>The keyed hash of a BSN, in lower-case hexadecimal; one of eight digits is the same as with its leading zero.</summary>
    public string Hash(string bsn) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(bsn.PadLeft(9, '0'))));
}
