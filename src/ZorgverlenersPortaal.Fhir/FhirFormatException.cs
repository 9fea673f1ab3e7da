namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// The bytes are not one FHIR JSON resource. The message says what is wrong and where, and never quotes content:
/// it may go to a log (R6).
/// </summary>
public sealed class FhirFormatException : Exception
{
    public FhirFormatException()
    {
    }

    public FhirFormatException(string message)
        : base(message)
    {
    }

    public FhirFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary><paramref name="position"/> is the byte in the buffer where reading stopped, from 0.</summary>
    public FhirFormatException(string message, long position)
        : base($"{message} (byte {position}).")
    {
        Position = position;
    }

    public long Position { get; }
}
