namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// A question to the responder and what it said, so that another node can verify it as the node that asked did. It proves
/// nothing by itself: the answer's signature does.
/// </summary>
/// <param name="IssuerThumbprint">SHA-256 of the CA that issued the card, upper-case hexadecimal.</param>
/// <param name="SerialNumber">Of the card, hexadecimal.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Nonce">Of the question: the value of the extension in DER.</param>
/// <param name="Answer">In DER, as it came.</param>
public sealed record OcspExchange(string IssuerThumbprint, string SerialNumber, DateTimeOffset At, byte[] Nonce, byte[] Answer)
{
    /// <summary>
    /// Verifies the answer and takes it into use when it concludes; it counts for an hour since it was asked. Never throws
    /// on what another node sent.
    /// </summary>
    public OcspAnswer ReadInto(RevocationStore store, UziTrust trust, DateTimeOffset now)
    {
        var question = trust.FindAuthority(IssuerThumbprint) is { } issuer ? new OcspQuestion(issuer, SerialNumber) : null;
        return question is null ? OcspAnswer.None("the answer is about a card of a CA that is not configured") : ReadInto(store, question, now);
    }

    internal OcspAnswer ReadInto(RevocationStore store, OcspQuestion question, DateTimeOffset now)
    {
        if (CertificateSerial.Parse(question.SerialNumber) is null)
        {
            return OcspAnswer.None("the answer is about no serial number");
        }

        if (At > now + RevocationStore.ClockSkew || now >= At + OcspAnswers.Life)
        {
            return OcspAnswer.None($"the answer was asked for at {At:u}, not within the hour");
        }

        var answer = new OcspResponseReader(question, new OcspRequest(question, Nonce), store, At).Read(Answer);
        store.Add(question, answer, At);
        return answer;
    }

    internal static OcspExchange Of(OcspQuestion question, DateTimeOffset at, OcspRequest request, byte[] answer) =>
        new(UziTrust.Thumbprint(question.Issuer), question.SerialNumber, at, request.Nonce, answer);

    /// <summary>What all nodes call the question: it tells nobody which card it is about.</summary>
    internal static string NameOf(OcspQuestion question) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.ASCII.GetBytes($"{UziTrust.Thumbprint(question.Issuer)} {question.SerialNumber}")));
}
