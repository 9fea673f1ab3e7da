namespace ZorgverlenersPortaal.Portal.Backup;

/// <summary>A backup cannot be made or used; the message says why and what to do.</summary>
public sealed class BackupException : IOException
{
    /// <summary>Without words.</summary>
    public BackupException()
    {
    }

    /// <summary>What is wrong and what to do.</summary>
    public BackupException(string message) : base(message)
    {
    }

    /// <summary>The same, with its cause.</summary>
    public BackupException(string message, Exception inner) : base(message, inner)
    {
    }
}
