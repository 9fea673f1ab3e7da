namespace ZorgverlenersPortaal.Audit;

/// <summary>Another process writes the trail of this node; two writers would fork its chain.</summary>
public sealed class AuditTrailInUseException : Exception
{
    /// <summary>An exception without an explanation.</summary>
    public AuditTrailInUseException()
    {
    }

    /// <summary>An exception that says what is wrong and what to do.</summary>
    public AuditTrailInUseException(string message) : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, with its cause.</summary>
    public AuditTrailInUseException(string message, Exception? inner) : base(message, inner)
    {
    }
}
