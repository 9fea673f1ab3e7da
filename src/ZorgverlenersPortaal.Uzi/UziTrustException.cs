namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The trust files cannot be used. Names every file at fault at once, each with what is wrong and the mend.
/// </summary>
public sealed class UziTrustException : Exception
{
    public UziTrustException(IReadOnlyList<string> faults)
        : base("The UZI trust files cannot be used: " + string.Join("; ", faults)) => Faults = faults;

    public UziTrustException() : this([])
    {
    }

    public UziTrustException(string message) : this([message])
    {
    }

    public UziTrustException(string message, Exception innerException)
        : base(message, innerException) => Faults = [message];

    /// <summary>One line per file and fault.</summary>
    public IReadOnlyList<string> Faults { get; }
}
