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

    /// <summary>Takes the lock, or throws AuditTrailInUseException when another process has it.</summary>
    public static FileStream Take(string folder, string node)
    {
        var path = TrailFiles.Lock(folder, node);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.HResult is WouldBlock or WouldBlockBsd or SharingViolation)
        {
            throw new AuditTrailInUseException(
                $"The audit trail of node '{node}' is written by another process ('fuser {path}' names it). Stop that "
                + "process, or give this one a node name of its own.", fault);
        }
    }
}
