namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>The accounts database is not one that this portal can work with, or cannot be reached at the start; the message says what to do.</summary>
public sealed class StorageRefusedException : Exception
{
    /// <param name="message">What is wrong, and the mend.</param>
    /// <param name="cause">What was found, if anything was thrown.</param>
    public StorageRefusedException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
