using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Requests that show something by a delegation.</summary>
internal static class DelegatedRequests
{
    /// <summary>
    /// Says, before a byte leaves, what this request rests on: when that is a delegation, the answer is broken off when it ends (R8).
    /// Call it for every grant that something is shown by.
    /// </summary>
    public static void RestsOn(this HttpContext context, AccessDecision decision)
    {
        if (decision.Delegation is { } given)
        {
            context.Features.Get<RequestLife>()?.RestsOn(given.Id, decision);
        }
    }
}
