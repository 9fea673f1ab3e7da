using Microsoft.AspNetCore.Authorization;
using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>Who may ask for a page. A page that names none is for doctors (default deny for staff).</summary>
public static class FunctionPolicies
{
    /// <summary>Doctors; also what holds where nothing is said.</summary>
    public const string CareProvider = "care provider";

    /// <summary>Portal administrators.</summary>
    public const string PortalAdministrator = "portal administrator";

    /// <summary>Security officers.</summary>
    public const string SecurityOfficer = "security officer";

    /// <summary>Anybody with a session, such as for signing out.</summary>
    public const string SignedIn = "signed in";

    /// <summary>The claim that holds the function.</summary>
    internal const string Claim = "function";

    /// <summary>Adds the policies; default and fallback are the doctor's.</summary>
    internal static void AddFunctionPolicies(this IServiceCollection services)
    {
        var careProvider = Of(AccountFunction.CareProvider);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(careProvider)
            .SetDefaultPolicy(careProvider)
            .AddPolicy(CareProvider, careProvider)
            .AddPolicy(PortalAdministrator, Of(AccountFunction.PortalAdministrator))
            .AddPolicy(SecurityOfficer, Of(AccountFunction.SecurityOfficer))
            .AddPolicy(SignedIn, new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static AuthorizationPolicy Of(AccountFunction function) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Claim, function.ToString()).Build();
}
