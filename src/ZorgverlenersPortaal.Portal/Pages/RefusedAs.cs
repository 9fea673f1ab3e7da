using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>The status of a refusal: the same for unknown and forbidden (R16); an EPD that cannot tell differs, and a record closed to who would see it.</summary>
public static class RefusedAs
{
    /// <summary>404, or 429 after too many of them; 503 when it could not be decided; 403, with its own words, when a proven relation meets a closed record.</summary>
    public static int Status(HttpContext context, PatientAccess access)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(access);
        var decision = access.Decision;
        if (decision.Reason is AccessReason.Objection or AccessReason.Restricted or AccessReason.RoleClosed)
        {
            context.Features.Set(decision);
            return StatusCodes.Status403Forbidden;
        }
        return decision.Reason == AccessReason.NotDecidable ? StatusCodes.Status503ServiceUnavailable : Unknown(access.IsTooOften);
    }

    /// <summary>What is unknown, or not this doctor's.</summary>
    public static int Unknown(bool isTooOften) => isTooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound;
}
