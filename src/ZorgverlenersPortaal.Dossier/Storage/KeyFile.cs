using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>A key of 256 bits in a file beside the database, readable to the portal alone: a copy of the database without it tells nobody.</summary>
internal static class KeyFile
{
    /// <summary>Bytes of a key.</summary>
    public const int Bytes = 32;

    /// <summary>Name of the one of which the database holds a proof.</summary>
    public const string Proven = "bsn-key";

    /// <summary>A key for something else, made of the one in this file, which is made when it is not there; neither can be told from the other.</summary>
    public static byte[] Derive(string file, string use)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, File.ReadAllBytes(file), Bytes, info: Encoding.ASCII.GetBytes("ZorgverlenersPortaal " + use));
    }

    /// <summary>Makes the file, whole or not at all; when two programs start at once, the first one's counts.</summary>
    public static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(draft, settings))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
