using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Where, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    public static BackupFile Of(string folder, string path)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new(path.Replace('\\', '/'), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
