using System.Globalization;

namespace ZorgverlenersPortaal.Audit.Storage;

/// <summary>
/// Holds the node's lock file for as long as the process writes its trail. The operating system lets go when the process
/// ends, however it ends; the file itself stays, because removing it would let two processes hold different files.
/// </summary>
internal static class TrailLock
{
    private const int WouldBlock = 11; // EAGAIN on Linux
    private const int WouldBlockBsd = 35; // EAGAIN on macOS
    private const int SharingViolation = unchecked((int)0x80070020); // Windows

    /// <summary>Takes the lock, or throws AuditTrailInUseException with the process that has it.</summary>
    public static FileStream Take(string folder, string node)
    {
        var path = TrailFiles.Lock(folder, node);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write("process "u8);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return file;
        }
        catch (IOException fault) when (fault.HResult is WouldBlock or WouldBlockBsd or SharingViolation)
        {
            throw new AuditTrailInUseException(
                $"The audit trail of node '{node}' in {folder} is in use by {Holder(path)}. Stop that process, or give "
                + "this one a node name of its own.", fault);
        }
    }

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd() is { Length: > 0 } holder ? holder : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
