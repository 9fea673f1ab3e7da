namespace ZorgverlenersPortaal.Dossier;

/// <summary>UZI role codes and the doctors they stand for (uzi.md §2). Full codes only: a prefix would admit any doctor.</summary>
public static class CareRoles
{
    /// <summary>The role of a card's code; null when the portal does not admit it.</summary>
    public static CareRole? OfCode(string? code) => code switch
    {
        "01.015" or "01.004" => CareRole.GeneralPractitioner,
        "01.047" => CareRole.ElderlyCarePhysician,
        "01.056" => CareRole.IntellectualDisabilityPhysician,
        _ => null,
    };

    /// <summary>The first code of a role, for a doctor whose card is not at hand.</summary>
    public static string CodeOf(CareRole role) => role switch
    {
        CareRole.GeneralPractitioner => "01.015",
        CareRole.ElderlyCarePhysician => "01.047",
        CareRole.IntellectualDisabilityPhysician => "01.056",
    };

    /// <summary>The role as an office clerk types it: a code, or huisarts, so, avg.</summary>
    public static CareRole? Parse(string? text) => OfCode(text) ?? text?.ToLowerInvariant() switch
    {
        "huisarts" or "ha" => CareRole.GeneralPractitioner,
        "so" or "ouderengeneeskunde" or "specialist-ouderengeneeskunde" => CareRole.ElderlyCarePhysician,
        "avg" or "arts-verstandelijk-gehandicapten" => CareRole.IntellectualDisabilityPhysician,
        _ => null,
    };

    /// <summary>As the page names it.</summary>
    public static string Dutch(this CareRole role) => role switch
    {
        CareRole.GeneralPractitioner => "huisarts",
        CareRole.ElderlyCarePhysician => "specialist ouderengeneeskunde",
        CareRole.IntellectualDisabilityPhysician => "arts verstandelijk gehandicapten",
    };
}
