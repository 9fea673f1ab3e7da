namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Requests that show something by a delegation.</summary>
internal static class DelegatedRequests
{
    /// <summary>
    /// Says, before a byte leaves, that this request rests on a delegation: it is broken off when that ends (R8). Call it for every
    /// grant whose basis is a delegation.
    /// </summary>
    public static void RestsOnDelegation(this HttpContext context, string delegationId) => context.Features.Get<RequestLife>()?.RestsOn(delegationId);
}
