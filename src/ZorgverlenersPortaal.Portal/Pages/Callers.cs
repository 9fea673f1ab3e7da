using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>Somebody without a session, as limits and trail know her.</summary>
internal static class Callers
{
    /// <summary>Who makes this request.</summary>
    public static Caller Of(HttpContext context)
    {
        var identity = RequestIdentity.Of(context);
        return new(identity.RequestId, identity.Incident, context.Connection.RemoteIpAddress?.ToString());
    }
}
