namespace ZorgverlenersPortaal.Audit;

/// <summary>
/// The trail on disk is not one this program may continue: made by a newer version, of another node, damaged, or not
/// the one its signed checkpoints saw. Opening is refused, so that the evidence stays as it is.
/// </summary>
public sealed class AuditTrailRefusedException : Exception
{
    /// <summary>An exception without an explanation.</summary>
    public AuditTrailRefusedException()
    {
    }

    /// <summary>An exception that says what is wrong and what to do.</summary>
    public AuditTrailRefusedException(string message) : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, with its cause.</summary>
    public AuditTrailRefusedException(string message, Exception? inner) : base(message, inner)
    {
    }
}
