namespace ZorgverlenersPortaal.Uzi;

/// <summary>What came of one OCSP question.</summary>
/// <param name="Verdict">Good or revoked; unknown when there is no conclusion.</param>
/// <param name="ThisUpdate">When the responder knew it.</param>
/// <param name="NextUpdate">When it stops to count; null when the responder sets no end.</param>
/// <param name="Detail">English, for the log: one line, at most 256 characters.</param>
public sealed record OcspAnswer(
    RevocationVerdict Verdict, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, string Detail)
{
    /// <summary>The responder answered that it does not know the card.</summary>
    public bool IsUnknownCard { get; private init; }

    public bool Concluded => Verdict is RevocationVerdict.Good or RevocationVerdict.Revoked;

    internal static OcspAnswer UnknownCard() => None("the responder does not know the card") with { IsUnknownCard = true };

    internal static OcspAnswer None(string detail) =>
        new(RevocationVerdict.Unknown, DateTimeOffset.MinValue, null, LogText.Encode(detail));
}
