using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Judges a card that comes to sign in. The one place where a person waits for a responder: at most two seconds, and only
/// for a card with a trusted chain whose list is too old.
/// </summary>
public sealed class UziSignInJudgement(UziJudgement judgement, OcspClient ocsp)
{
    /// <summary>As <see cref="UziJudgement"/> says; once more when an OCSP answer came.</summary>
    public async Task<UziVerdict> JudgeAsync(X509Certificate2? certificate, CancellationToken cancellation)
    {
        var verdict = judgement.Judge(certificate);
        if (verdict.Question is not { } question)
        {
            return verdict;
        }

        var answer = await ocsp.AskAsync(question, cancellation);
        return answer.Concluded
            ? judgement.Judge(certificate)
            : UziVerdict.Refuse(answer.IsUnknownCard ? UziRefusal.RevocationUnknown : UziRefusal.RevocationListTooOld, verdict.Identity, $"{verdict.Detail}; {answer.Detail}");
    }
}
