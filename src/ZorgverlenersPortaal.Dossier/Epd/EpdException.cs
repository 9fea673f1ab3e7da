namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The EPD gave no usable answer. The message never holds patient data, ids or content (R5, R6).</summary>
public sealed class EpdException(EpdFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure.</summary>
    public EpdFailure Failure { get; } = failure;

    /// <summary>What the EPD said of it, where that changes what is done next.</summary>
    internal EpdRemark? Remark { get; init; }

    /// <summary>Reference of somebody else's resource that came in place of the asked one: an incident for who asked (R4).</summary>
    internal string? Stranger { get; init; }
}
