namespace ZorgverlenersPortaal.Dossier;

/// <summary>The functions as people write and read them.</summary>
public static class AccountFunctions
{
    /// <summary>The function as it is typed or imported; null when it is none.</summary>
    public static AccountFunction? Parse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "zorgverlener" or "care-provider" => AccountFunction.CareProvider,
        "functionaris" or "security-officer" => AccountFunction.SecurityOfficer,
        "beheerder" or "administrator" => AccountFunction.PortalAdministrator,
        _ => null,
    };

    /// <summary>As the page names it.</summary>
    public static string Dutch(this AccountFunction function) => function switch
    {
        AccountFunction.CareProvider => "zorgverlener",
        AccountFunction.SecurityOfficer => "functionaris informatiebeveiliging",
        AccountFunction.PortalAdministrator => "portaalbeheerder",
    };

    /// <summary>The hospital's own staff: with a medewerkerpas, without patients.</summary>
    public static bool IsStaff(this AccountFunction function) => function switch
    {
        AccountFunction.CareProvider => false,
        AccountFunction.SecurityOfficer or AccountFunction.PortalAdministrator => true,
    };
}
