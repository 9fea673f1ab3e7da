using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Judges what a session was signed in with, at every request. Only a session that says so of itself, sealed in the store, does
/// without its card, and only while that way in is switched on.
/// </summary>
public sealed class SignInMeans(UziJudgement judgement, DeziOptions dezi)
{
    /// <summary>The request does not come with what the session was signed in with; null when it does.</summary>
    public SessionEnd? Missing(PortalSession session, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Method switch
        {
            SignInMethod.Card => ClientCard.Thumbprint(context) is { } card && card == session.Card.Thumbprint ? null : SessionEnd.OtherCard,
            SignInMethod.Dezi => dezi.Enabled ? null : SessionEnd.DeziOff,
        };
    }

    /// <summary>It has lost its worth since; null when it has not.</summary>
    public SessionEnd? Ended(PortalSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Method switch
        {
            SignInMethod.Card => judgement.JudgeRunning(session.Card) switch
            {
                null => null,
                UziRefusal.RevocationUnknown or UziRefusal.RevocationListTooOld => SessionEnd.CardUnchecked,
                _ => SessionEnd.CardEnded,
            },
            SignInMethod.Dezi => null,
        };
    }
}
