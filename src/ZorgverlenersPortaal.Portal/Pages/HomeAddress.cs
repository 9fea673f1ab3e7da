using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>Where somebody who is signed in begins.</summary>
internal static class HomeAddress
{
    /// <summary>The first page of a function.</summary>
    public static string Of(AccountFunction function) => function switch
    {
        AccountFunction.CareProvider => "/patienten",
        AccountFunction.PortalAdministrator => "/beheer/accounts",
        AccountFunction.SecurityOfficer => "/toezicht",
    };

    /// <summary>The first page of who makes this request.</summary>
    public static string Of(HttpContext context) =>
        Of(context.Features.Get<StaffVisit>()?.Member.Function ?? AccountFunction.CareProvider);
}
