using System.Net;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>What a status of the EPD means to the portal.</summary>
public static class StatusFailure
{
    /// <summary>The failure; null for 200, the only status that is an answer.</summary>
    public static EpdFailure? Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => EpdFailure.NotFound,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => EpdFailure.Refused,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => EpdFailure.Failing,
        _ => EpdFailure.NotUnderstood,
    };

    /// <summary>The same where the portal has still to prove itself: what is no fault of the server is a refusal to let us in.</summary>
    internal static EpdFailure Unproven(HttpStatusCode status) => Of(status) is EpdFailure.Failing ? EpdFailure.Failing : EpdFailure.NotAuthenticated;
}
