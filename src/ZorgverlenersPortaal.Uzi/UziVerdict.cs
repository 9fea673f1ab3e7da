namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The outcome of judging a certificate: accepted with an identity, or refused for exactly one reason.
/// </summary>
public sealed record UziVerdict
{
    private UziVerdict(UziRefusal? refusal, UziIdentity? identity, string detail, OcspQuestion? question)
    {
        Refusal = refusal;
        Identity = identity;
        Detail = detail;
        Question = question;
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

    /// <summary>
    /// Beside <see cref="UziRefusal.RevocationListTooOld"/> of the card's own issuer: what may be asked.
    /// </summary>
    public OcspQuestion? Question { get; }

    internal static UziVerdict Accept(UziIdentity identity) => new(null, identity, "accepted", null);

    internal static UziVerdict Refuse(UziRefusal refusal, UziIdentity? identity, string detail, OcspQuestion? question = null) =>
        new(refusal, identity, LogText.Encode(detail), question);
}
