namespace ZorgverlenersPortaal.Audit;

/// <summary>The record could not be made durable in time: assume it was not recorded, and show nothing (R2).</summary>
public sealed class AuditUnavailableException : Exception
{
    /// <summary>An exception without an explanation.</summary>
    public AuditUnavailableException()
    {
    }

    /// <summary>An exception that says what is wrong and what to do.</summary>
    public AuditUnavailableException(string message) : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, with its cause.</summary>
    public AuditUnavailableException(string message, Exception? inner) : base(message, inner)
    {
    }
}
