using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>The status of a refusal: the same for unknown and forbidden (R16); only an EPD that cannot tell differs.</summary>
public static class RefusedAs
{
    /// <summary>404, or 503 when it could not be decided.</summary>
    public static int Status(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Reason == AccessReason.NotDecidable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
    }
}
