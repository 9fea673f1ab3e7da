namespace ZorgverlenersPortaal.Dossier;

/// <summary>The doctors the portal exists for.</summary>
public enum CareRole
{
    /// <summary>Huisarts, also one with a pharmacy (01.015, 01.004).</summary>
    GeneralPractitioner,

    /// <summary>Specialist ouderengeneeskunde (01.047).</summary>
    ElderlyCarePhysician,

    /// <summary>Arts voor verstandelijk gehandicapten (01.056).</summary>
    IntellectualDisabilityPhysician,
}
