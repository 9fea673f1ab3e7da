namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The outcome of judging a certificate: accepted with an identity, or refused for exactly one reason.
/// </summary>
public sealed record UziVerdict
{
    private UziVerdict(UziRefusal? refusal, UziIdentity? identity, string detail)
    {
        Refusal = refusal;
        Identity = identity;
        Detail = detail;
    }

    /// <summary>Null when the card may sign in.</summary>
    public UziRefusal? Refusal { get; }

    /// <summary>
    /// The holder. Beside a refusal: as far as it could be read, for the help page, and never to be trusted.
    /// </summary>
    public UziIdentity? Identity { get; }

    /// <summary>English, for the log: one line without control characters, at most 256 characters.</summary>
    public string Detail { get; }

    public bool Accepted => Refusal is null;

    internal static UziVerdict Accept(UziIdentity identity) => new(null, identity, "accepted");

    internal static UziVerdict Refuse(UziRefusal refusal, UziIdentity? identity, string detail) =>
        new(refusal, identity, LogText.Encode(detail));
}
